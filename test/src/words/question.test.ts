import { describe, expect, it } from 'vitest'
import type { Intent, OpQuestion } from '../../../src/db/op.ts'
import { questionWords } from '../../../src/words/question.ts'

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

describe('a question, as a person would ask it', () => {
  it('is another one for every reason', () => {
    for (const kind of KINDS) {
      const asked = QUESTIONS.map((question) => questionWords(question, kind))
      expect(new Set(asked).size).toBe(QUESTIONS.length)
    }
  })

  it('says that it may have arrived where that is so, and nowhere else', () => {
    const doubtful = QUESTIONS.filter((question) => questionWords(question, 'send').includes('may have arrived'))
    expect(doubtful.map((question) => question.why)).toEqual([
      ...CANNOT_VERIFY.map(() => 'cannot-verify'),
      'too-many-resends',
    ])
  })

  it.each<[Intent['kind'], string]>([
    ['send', 'It did not arrive. The answer was lost, and the server does not have it.'],
    ['create', 'This conversation was not started. The answer was lost, and the server does not have it.'],
    ['patch', 'This change was not made. The answer was lost, and the server does not have it.'],
    ['close', 'It was not closed. The answer was lost, and the server does not have it.'],
  ])('speaks of a %s as what it is', (kind, words) => {
    expect(questionWords({ why: 'absent' }, kind)).toBe(words)
  })
})
