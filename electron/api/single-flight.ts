import { failed, type Result } from '../../src/shared/failure.ts'

/** Refuses a second mutation while one of the same op, or of the same conversation, is on its way: whichever window asks. */
export type SingleFlight = {
  readonly run: <T>(
    mutation: { readonly workspaceId: string; readonly opId: string; readonly conversationId: string | null },
    call: () => Promise<Result<T>>,
  ) => Promise<Result<T>>
}

/**
 * A refused call certainly did not leave this machine, and is told so: the outbox then waits and tries again. A window that died
 * leaves its call here, and the next window cannot pass it. `conversationId` is null for a create.
 */
export function makeSingleFlight(): SingleFlight {
  const busy = new Set<string>()
  return {
    async run(mutation, call) {
      const keys = keysOf(mutation)
      if (keys.some((key) => busy.has(key))) return failed({ kind: 'unreachable', code: 'BUSY' })
      for (const key of keys) busy.add(key)
      try {
        return await call()
      } finally {
        for (const key of keys) busy.delete(key)
      }
    },
  }
}

function keysOf({ workspaceId, opId, conversationId }: Parameters<SingleFlight['run']>[0]): readonly string[] {
  const op = JSON.stringify([workspaceId, 'op', opId])
  return conversationId === null ? [op] : [op, JSON.stringify([workspaceId, 'conversation', conversationId])]
}
