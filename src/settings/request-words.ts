import { writeNumber } from '../shared/region/locale.ts'
import type { LoggedRequest } from '../shared/logged-request.ts'

const INTENTS: Readonly<Record<LoggedRequest['intent'], string>> = {
  listConversations: 'List conversations',
  readConversation: 'Read a conversation',
  createConversation: 'Begin a conversation',
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
      return { tone: 'warning', words: `Not reached (${code ?? 'unknown'})` }
    case 'interrupted':
      return { tone: 'warning', words: `Cut off (${code ?? 'unknown'})` }
    case 'throttled':
      return { tone: 'warning', words: `${number}asked for a pause` }
    case 'server':
      return { tone: 'warning', words: `${number}${isElsewhere(status) ? 'points elsewhere' : 'the server’s problem'}` }
    case 'unreadable':
      return { tone: 'warning', words: `${number}not the API’s answer` }
    case 'unauthorized':
      return { tone: 'danger', words: `${number}${status === 403 ? 'not allowed' : 'key not accepted'}` }
    case 'rejected':
      return { tone: 'danger', words: `${number}refused` }
    case 'refused':
      return { tone: 'danger', words: 'Refused here' }
  }
}

function isElsewhere(status: number | null): boolean {
  return status !== null && status >= 300 && status < 400
}

/** How long it took. */
export function tookWords(ms: number): string {
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`
}
