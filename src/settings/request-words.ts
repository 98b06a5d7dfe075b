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

/** What a request was for. */
export function requestWords({ intent, offset }: LoggedRequest): string {
  return offset === null || offset === 0 ? INTENTS[intent] : `${INTENTS[intent]}, from ${writeNumber(offset)}`
}

export type RequestOutcome = { readonly tone: 'good' | 'warning' | 'danger'; readonly words: string }

/** How it ended; red only where waiting does not help. */
export function outcomeOf({ status, failure, code }: LoggedRequest): RequestOutcome {
  const number = status === null ? '' : `${status} · `
  switch (failure) {
    case null:
      return { tone: 'good', words: String(status ?? 'Answered') }
    case 'unreachable':
      return { tone: 'warning', words: `Not reachable (${code ?? 'unknown'})` }
    case 'interrupted':
      return { tone: 'warning', words: `Connection lost (${code ?? 'unknown'})` }
    case 'throttled':
      return { tone: 'warning', words: `${number}rate limited` }
    case 'server':
      return { tone: 'warning', words: `${number}${isElsewhere(status) ? 'redirected' : 'server error'}` }
    case 'unreadable':
      return { tone: 'warning', words: `${number}unexpected response` }
    case 'unauthorized':
      return { tone: 'danger', words: `${number}${status === 403 ? 'not allowed' : 'key not accepted'}` }
    case 'rejected':
      return { tone: 'danger', words: `${number}rejected` }
    case 'refused':
      return { tone: 'danger', words: 'Blocked by Clarion' }
  }
}

function isElsewhere(status: number | null): boolean {
  return status !== null && status >= 300 && status < 400
}

/** How long it took. */
export function tookWords(ms: number): string {
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`
}
