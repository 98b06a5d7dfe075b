import type { Intent, OpQuestion } from '../db/op.ts'
import { assertNever } from '../shared/failure.ts'

type Kind = Intent['kind']

/** What only a person can say, as one would ask it: what is so, and never more than is known. */
export function questionWords(question: OpQuestion, kind: Kind): string {
  switch (question.why) {
    case 'stale':
      return 'Newer words came before this was sent. Is it still right?'
    case 'old':
      return 'It has waited for more than a day. Is it still right?'
    case 'cannot-verify':
      return `${MAY_BE[kind]} ${BECAUSE[question.because]}`
    case 'too-many-resends':
      return `${MAY_BE[kind]} It was tried again and again, and each time the answer was lost.`
    case 'absent':
      return `${IS_NOT[kind]} The answer was lost, and the server does not have it.`
    case 'other-account':
      return 'This was said under another account, and does not go out under this one.'
    default:
      return assertNever(question)
  }
}

const MAY_BE: Readonly<Record<Kind, string>> = {
  create: 'This conversation may have been started.',
  send: 'It may have arrived.',
  patch: 'This change may have been made.',
  close: 'It may have been closed.',
}

const IS_NOT: Readonly<Record<Kind, string>> = {
  create: 'This conversation was not started.',
  send: 'It did not arrive.',
  patch: 'This change was not made.',
  close: 'It was not closed.',
}

const BECAUSE: Readonly<Record<Extract<OpQuestion, { why: 'cannot-verify' }>['because'], string>> = {
  'short-text': 'Others write here, too, and words this short may be theirs.',
  rewritten: 'This server changes the words of messages, so ours cannot be told from others.',
  uncovered: 'The server no longer shows the part where it would stand.',
  unreadable: 'What the server has cannot be read back.',
}
