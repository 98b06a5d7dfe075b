import { failed, type Result } from '../../src/shared/failure.ts'

/** Refuses a second mutation while one of the same op, or of the same conversation, is on its way: whichever window asks. */
export type SingleFlight = {
  readonly run: <T>(
    mutation: { readonly workspaceId: string; readonly opId: string; readonly conversationId: string | null },
    call: () => Promise<Result<T>>,
  ) => Promise<Result<T>>
}

/**
 * The same op asked for twice: its first call may still take effect, so nobody knows. Another op of a busy conversation certainly did not
 * leave this machine, and is told so: the outbox waits and tries again. A window that died leaves its call here, and the next one
 * cannot pass it. `conversationId` is null for a create.
 */
export function makeSingleFlight(): SingleFlight {
  const busy = new Set<string>()
  return {
    async run({ workspaceId, opId, conversationId }, call) {
      const op = JSON.stringify([workspaceId, 'op', opId])
      const conversation = JSON.stringify([workspaceId, 'conversation', conversationId ?? opId])
      if (busy.has(op)) return failed({ kind: 'interrupted', code: 'UNDER_WAY' })
      if (busy.has(conversation)) return failed({ kind: 'unreachable', code: 'BUSY' })
      busy.add(op).add(conversation)
      try {
        return await call()
      } finally {
        busy.delete(op)
        busy.delete(conversation)
      }
    },
  }
}
