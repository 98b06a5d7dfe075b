import { describe, expect, it } from 'vitest'
import type { Intent, OpQuestion } from '../../../src/db/op.ts'
import { questionText } from '../../../src/words/question.ts'

const CANNOT_VERIFY = ['short-text', 'rewritten', 'uncovered', 'unreadable'] as const
const QUESTIONS: readonly OpQuestion[] = [
  { why: 'stale', newIds: ['m'] },
  { why: 'old' },
  ...CANNOT_VERIFY.map((because) => ({ why: 'cannot-verify', because }) as const),
  { why: 'too-many-resends' },
  { why: 'absent' },
  { why: 'other-account' },
]
const KINDS: readonly Intent['kind'][] = ['create', 'send', 'patch', 'close']

describe('questionText', () => {
  it('differs for every reason', () => {
    for (const kind of KINDS) {
      const texts = QUESTIONS.map((question) => questionText(question, kind))
      expect(new Set(texts).size).toBe(QUESTIONS.length)
    }
  })

  it('says that a message may have been delivered only when that is possible', () => {
    const doubtful = QUESTIONS.filter((question) => questionText(question, 'send').includes('may have been delivered'))
    expect(doubtful.map((question) => question.why)).toEqual([
      ...CANNOT_VERIFY.map(() => 'cannot-verify'),
      'too-many-resends',
    ])
  })

  it.each<[Intent['kind'], string]>([
    ['send', 'Not delivered: the connection was lost.'],
    ['create', 'Not started: the connection was lost.'],
    ['patch', 'Not changed: the connection was lost.'],
    ['close', 'Not closed: the connection was lost.'],
  ])('names what a lost %s did not do', (kind, text) => {
    expect(questionText({ why: 'absent' }, kind)).toBe(text)
  })
})
