import type { Intent, OpQuestion } from '../db/op.ts'
import { assertNever } from '../shared/failure.ts'
import { text, type TextId } from '../strings/text.ts'

/** A question about an op for the user. It says only what is known. */
export function questionText(question: OpQuestion, kind: Intent['kind']): string {
  switch (question.why) {
    case 'stale':
      return text('words.question.stale')
    case 'old':
      return text('words.question.old')
    case 'cannot-verify':
      return `${text('words.question.mayBe', { kind })} ${text(BECAUSE[question.because])}`
    case 'too-many-resends':
      return `${text('words.question.mayBe', { kind })} ${text('words.question.resends')}`
    case 'absent':
      return text('words.question.absent', { kind })
    case 'restored':
      return text('words.question.restored', { kind })
    case 'other-account':
      return text('words.question.otherAccount')
    default:
      return assertNever(question)
  }
}

const BECAUSE = {
  'short-text': 'words.question.shortText',
  rewritten: 'words.question.rewritten',
  uncovered: 'words.question.uncovered',
  unreadable: 'words.question.unreadable',
} as const satisfies Record<Extract<OpQuestion, { why: 'cannot-verify' }>['because'], TextId>
