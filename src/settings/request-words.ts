import { writeDecimal } from '../shared/region/locale.ts'
import type { LoggedRequest } from '../shared/logged-request.ts'
import { text, type TextId } from '../strings/text.ts'

const INTENTS = {
  listConversations: 'settings.requestLog.listConversations',
  readConversation: 'settings.requestLog.readConversation',
  createConversation: 'settings.requestLog.createConversation',
  sendMessage: 'settings.requestLog.sendMessage',
  updateConversation: 'settings.requestLog.updateConversation',
  closeConversation: 'settings.requestLog.closeConversation',
} as const satisfies Record<LoggedRequest['intent'], TextId>

/** The purpose of a request. */
export function requestWords({ intent, offset }: LoggedRequest): string {
  const request = text(INTENTS[intent])
  return offset === null || offset === 0 ? request : text('settings.requestLog.fromOffset', { request, offset })
}

export type RequestOutcome = { readonly tone: 'good' | 'warning' | 'danger'; readonly text: string }

/** The outcome of a request. The tone is `danger` only when retrying does not help. */
export function outcomeOf({ status, failure, code }: LoggedRequest): RequestOutcome {
  const known = { code: code ?? text('settings.requestLog.unknownCode') }
  const withStatus = (problem: string): string => (status === null ? problem : `${status} · ${problem}`)
  switch (failure) {
    case null:
      return { tone: 'good', text: status === null ? text('settings.requestLog.answered') : String(status) }
    case 'unreachable':
      return { tone: 'warning', text: text('settings.requestLog.unreachable', known) }
    case 'interrupted':
      return { tone: 'warning', text: text('settings.requestLog.interrupted', known) }
    case 'throttled':
      return { tone: 'warning', text: withStatus(text('settings.requestLog.throttled')) }
    case 'server':
      return { tone: 'warning', text: withStatus(text(serverProblem(status))) }
    case 'unreadable':
      return { tone: 'warning', text: withStatus(text('settings.requestLog.unreadable')) }
    case 'unauthorized':
      return {
        tone: 'danger',
        text: withStatus(
          text(status === 403 ? 'settings.requestLog.notAllowed' : 'settings.requestLog.keyNotAccepted'),
        ),
      }
    case 'rejected':
      return { tone: 'danger', text: withStatus(text('settings.requestLog.rejected')) }
    case 'refused':
      return { tone: 'danger', text: text('settings.requestLog.blocked') }
  }
}

function serverProblem(status: number | null): 'settings.requestLog.redirected' | 'settings.requestLog.serverError' {
  const isRedirect = status !== null && status >= 300 && status < 400
  return isRedirect ? 'settings.requestLog.redirected' : 'settings.requestLog.serverError'
}

export function tookWords(ms: number): string {
  return ms < 1_000
    ? text('settings.requestLog.milliseconds', { count: ms })
    : text('settings.requestLog.seconds', { seconds: writeDecimal(ms / 1_000, 1) })
}
