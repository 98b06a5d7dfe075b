import type { KeptBecause } from '../outbox/notice-reply.ts'
import { text } from '../strings/text.ts'

/** Why something that the user did in a notification had no effect. */
export type Problem = KeptBecause | 'unknown-reply' | 'not-saved' | 'unknown-resolve' | 'gone-resolve' | 'newer-resolve'

const BODY = {
  locked: 'notify.locked',
  'open-placeholder': 'notify.placeholder',
  'too-long': 'notify.tooLong',
  gone: 'notify.gone',
  call: 'notify.call',
  'newer-messages': 'notify.newer',
  'second-reply': 'notify.second',
  'unknown-reply': 'notify.unknown',
  'not-saved': 'notify.notSaved',
  'unknown-resolve': 'notify.unknownResolve',
  'gone-resolve': 'notify.gone',
  'newer-resolve': 'notify.newerResolve',
} as const satisfies Record<Problem, string>

export function problemWords(problem: Problem): { readonly title: string; readonly body: string } {
  const isResolve = problem === 'unknown-resolve' || problem === 'gone-resolve' || problem === 'newer-resolve'
  return { title: text(isResolve ? 'notify.notResolved' : 'notify.notSent'), body: text(BODY[problem]) }
}
