import type { LoggedRequest, RequestIntent } from '../../src/shared/logged-request.ts'
import type { Failure, Result } from '../../src/shared/failure.ts'
import type { Client, Request } from './client.ts'
import { type ConversationsApi, makeConversationsApi } from './conversations.ts'

/** The last requests of each workspace, in memory: gone when the app quits. */
export interface RequestLog {
  note(workspaceId: string, request: Omit<LoggedRequest, 'number'>): void
  /** Newest first. */
  list(workspaceId: string): readonly LoggedRequest[]
  forget(workspaceId: string): void
}

/** A quarter of an hour of an app in use; enough for what somebody has just seen go wrong. */
export const LOGGED_REQUESTS = 200

export function makeRequestLog(): RequestLog {
  const kept = new Map<string, readonly LoggedRequest[]>()
  return {
    note(workspaceId, request) {
      const before = kept.get(workspaceId) ?? []
      const number = (before[0]?.number ?? 0) + 1
      kept.set(workspaceId, [{ ...request, number }, ...before.slice(0, LOGGED_REQUESTS - 1)])
    },
    list: (workspaceId) => kept.get(workspaceId) ?? [],
    forget: (workspaceId) => void kept.delete(workspaceId),
  }
}

type Watch = {
  readonly log: RequestLog
  /** Epoch ms. */
  readonly now: () => number
  /** Ms that only grow: a clock that is set back must not give a request less than no time. */
  readonly elapsed: () => number
}

/** What the client saw of a call: the words of a failure and of an answer stay where they are. */
type Seen = {
  readonly method: Request['method']
  readonly at: number
  readonly ms: number
  readonly status: number | null
}

/** The API of a workspace, each request of which is noted. What is refused before it leaves is no request. */
export function makeLoggedApi(client: Client, watch: Watch): (workspaceId: string) => ConversationsApi {
  return (workspaceId) => {
    async function run<T>(
      intent: RequestIntent,
      offset: number | null,
      call: (api: ConversationsApi) => Promise<Result<T>>,
    ): Promise<Result<T>> {
      const seen: Seen[] = []
      const result = await call(makeConversationsApi(watched(client, watch, seen)))
      const failure = result.ok ? null : result.failure
      for (const one of seen) watch.log.note(workspaceId, { ...one, intent, offset, ...outcomeOf(failure, one.status) })
      return result
    }
    return {
      listConversations: (account, input) =>
        run('listConversations', input.offset, (api) => api.listConversations(account, input)),
      readConversation: (account, input) =>
        run('readConversation', null, (api) => api.readConversation(account, input)),
      createConversation: (account, input) =>
        run('createConversation', null, (api) => api.createConversation(account, input)),
      sendMessage: (account, input) => run('sendMessage', null, (api) => api.sendMessage(account, input)),
      updateConversation: (account, input) =>
        run('updateConversation', null, (api) => api.updateConversation(account, input)),
      closeConversation: (account, input) =>
        run('closeConversation', null, (api) => api.closeConversation(account, input)),
    }
  }
}

function watched(client: Client, { now, elapsed }: Watch, seen: Seen[]): Client {
  return async (account, request) => {
    const [at, start] = [now(), elapsed()]
    const result = await client(account, request)
    seen.push({
      method: request.method,
      at,
      ms: Math.round(elapsed() - start),
      status: result.ok ? result.value.status : null,
    })
    return result
  }
}

function outcomeOf(failure: Failure | null, status: number | null): Pick<LoggedRequest, 'status' | 'failure' | 'code'> {
  if (failure === null) return { status, failure: null, code: null }
  const code = failure.kind === 'unreachable' || failure.kind === 'interrupted' ? plainCode(failure.code) : null
  return { status: statusOf(failure) ?? status, failure: failure.kind, code }
}

/** `ENOTFOUND`, `TimeoutError`; the log is made to be given away, and anything else may be text that an error was named with. */
function plainCode(code: string): string {
  return /^(?:[A-Z][A-Z\d_]{0,60}|[A-Z][A-Za-z]{0,30}Error)$/.test(code) ? code : 'UNKNOWN'
}

/** A pause asked for with 425 is told as 429: they mean the same here. */
function statusOf(failure: Failure): number | null {
  if (failure.kind === 'throttled') return 429
  return 'status' in failure ? failure.status : null
}
