import { failed, type Result } from '../../src/shared/failure.ts'

/** Refuses a mutation while another one of the same op or conversation is in flight, whichever window asks. */
export type SingleFlight = {
  readonly run: <T>(
    mutation: { readonly workspaceId: string; readonly opId: string; readonly conversationId: string | null },
    call: () => Promise<Result<T>>,
  ) => Promise<Result<T>>
}

/**
 * A second call of the same op fails as `interrupted`, because the first call may still take effect. Another op of a busy
 * conversation fails as `unreachable`, because it was certainly not sent, and the outbox retries it later. A call outlives a
 * window that crashes, so that the next window cannot overtake it. `conversationId` is null for a create.
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
