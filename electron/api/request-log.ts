import type { LoggedRequest, RequestIntent } from '../../src/shared/logged-request.ts'
import type { Failure, Result } from '../../src/shared/failure.ts'
import type { Client, Request } from './client.ts'
import { type ConversationsApi, makeConversationsApi } from './conversations.ts'

/** The latest requests of each workspace, in memory until the app quits. */
export interface RequestLog {
  note(workspaceId: string, request: Omit<LoggedRequest, 'number'>): void
  /** Newest first. */
  list(workspaceId: string): readonly LoggedRequest[]
  forget(workspaceId: string): void
}

/** About a quarter of an hour of use, which is enough to examine a recent problem. */
export const MAX_LOGGED_REQUESTS = 200

export function makeRequestLog(): RequestLog {
  const kept = new Map<string, readonly LoggedRequest[]>()
  return {
    note(workspaceId, request) {
      const before = kept.get(workspaceId) ?? []
      const number = (before[0]?.number ?? 0) + 1
      kept.set(workspaceId, [{ ...request, number }, ...before.slice(0, MAX_LOGGED_REQUESTS - 1)])
    },
    list: (workspaceId) => kept.get(workspaceId) ?? [],
    forget: (workspaceId) => void kept.delete(workspaceId),
  }
}

type Watch = {
  readonly log: RequestLog
  /** Epoch ms. */
  readonly now: () => number
  /** Monotonic, ms: if a clock is set back, a request must not have a negative duration. */
  readonly elapsed: () => number
}

/** The facts of a request that may be logged. They contain no text of a request or a response. */
type RequestFacts = {
  readonly method: Request['method']
  readonly at: number
  readonly ms: number
  readonly status: number | null
}

/** The API of a workspace with a log of every request. A call that is refused before it is sent is not logged. */
export function makeLoggedApi(client: Client, watch: Watch): (workspaceId: string) => ConversationsApi {
  return (workspaceId) => {
    async function run<T>(
      intent: RequestIntent,
      offset: number | null,
      call: (api: ConversationsApi) => Promise<Result<T>>,
    ): Promise<Result<T>> {
      const requests: RequestFacts[] = []
      const result = await call(makeConversationsApi(withWatch(client, watch, requests)))
      const failure = result.ok ? null : result.failure
      for (const request of requests)
        watch.log.note(workspaceId, { ...request, intent, offset, ...outcomeOf(failure, request.status) })
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

function withWatch(client: Client, { now, elapsed }: Watch, requests: RequestFacts[]): Client {
  return async (account, request) => {
    const [at, start] = [now(), elapsed()]
    const result = await client(account, request)
    requests.push({
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

/** Allows codes such as `ENOTFOUND` and `TimeoutError`. Users share this log, and any other code could contain private text. */
function plainCode(code: string): string {
  return /^(?:[A-Z][A-Z\d_]{0,60}|[A-Z][A-Za-z]{0,30}Error)$/.test(code) ? code : 'UNKNOWN'
}

/** 425 is logged as 429: the client treats both the same. */
function statusOf(failure: Failure): number | null {
  if (failure.kind === 'throttled') return 429
  return 'status' in failure ? failure.status : null
}
