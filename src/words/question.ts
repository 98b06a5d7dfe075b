import type { Intent, OpQuestion } from '../db/op.ts'
import { assertNever } from '../shared/failure.ts'

type Kind = Intent['kind']

/** A question about an op for the user. It says only what is known. */
export function questionText(question: OpQuestion, kind: Kind): string {
  switch (question.why) {
    case 'stale':
      return 'New messages arrived before this was sent. Send anyway?'
    case 'old':
      return 'This waited for more than a day. Is it still right?'
    case 'cannot-verify':
      return `${MAY_BE[kind]} ${BECAUSE[question.because]}`
    case 'too-many-resends':
      return `${MAY_BE[kind]} The connection was lost on every attempt.`
    case 'absent':
      return `${NOT_DONE[kind]}: the connection was lost.`
    case 'other-account':
      return 'This was written for another account, so it can’t be sent from this one.'
    default:
      return assertNever(question)
  }
}

const MAY_BE: Readonly<Record<Kind, string>> = {
  create: 'This conversation may have been started.',
  send: 'It may have been delivered.',
  patch: 'This change may have been made.',
  close: 'This conversation may have been closed.',
}

const NOT_DONE: Readonly<Record<Kind, string>> = {
  create: 'Not started',
  send: 'Not delivered',
  patch: 'Not changed',
  close: 'Not closed',
}

const BECAUSE: Readonly<Record<Extract<OpQuestion, { why: 'cannot-verify' }>['because'], string>> = {
  'short-text': 'Someone else may have sent the same short text.',
  rewritten: 'This server changes message text, so yours can’t be identified.',
  uncovered: 'The server no longer shows the messages from that time.',
  unreadable: 'The server’s messages can’t be read.',
}
