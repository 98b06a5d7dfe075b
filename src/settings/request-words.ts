import { writeNumber } from '../shared/region/locale.ts'
import type { LoggedRequest } from '../shared/logged-request.ts'

const INTENTS: Readonly<Record<LoggedRequest['intent'], string>> = {
  listConversations: 'List conversations',
  readConversation: 'Read a conversation',
  createConversation: 'Start a conversation',
  sendMessage: 'Send a message',
  updateConversation: 'Change a conversation',
  closeConversation: 'Close a conversation',
}

/** The purpose of a request. */
export function requestWords({ intent, offset }: LoggedRequest): string {
  return offset === null || offset === 0 ? INTENTS[intent] : `${INTENTS[intent]}, from ${writeNumber(offset)}`
}

export type RequestOutcome = { readonly tone: 'good' | 'warning' | 'danger'; readonly text: string }

/** The outcome of a request. The tone is `danger` only when retrying does not help. */
export function outcomeOf({ status, failure, code }: LoggedRequest): RequestOutcome {
  const number = status === null ? '' : `${status} · `
  switch (failure) {
    case null:
      return { tone: 'good', text: String(status ?? 'Answered') }
    case 'unreachable':
      return { tone: 'warning', text: `Not reachable (${code ?? 'unknown'})` }
    case 'interrupted':
      return { tone: 'warning', text: `Connection lost (${code ?? 'unknown'})` }
    case 'throttled':
      return { tone: 'warning', text: `${number}rate limited` }
    case 'server':
      return { tone: 'warning', text: `${number}${isRedirect(status) ? 'redirected' : 'server error'}` }
    case 'unreadable':
      return { tone: 'warning', text: `${number}unexpected response` }
    case 'unauthorized':
      return { tone: 'danger', text: `${number}${status === 403 ? 'not allowed' : 'key not accepted'}` }
    case 'rejected':
      return { tone: 'danger', text: `${number}rejected` }
    case 'refused':
      return { tone: 'danger', text: 'Blocked by Clarion' }
  }
}

function isRedirect(status: number | null): boolean {
  return status !== null && status >= 300 && status < 400
}

export function tookWords(ms: number): string {
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`
}
