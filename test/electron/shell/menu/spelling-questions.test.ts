import { expect, it } from 'vitest'
import { makeSpellingQuestions } from '../../../../electron/shell/menu/spelling-questions.ts'
import type { SpellingQuestion } from '../../../../src/shared/spelling.ts'

function start() {
  const timers: { ms: number; run: () => void; isOff: boolean }[] = []
  const asked: SpellingQuestion[] = []
  const questions = makeSpellingQuestions((ms, then) => {
    const timer = { ms, run: then, isOff: false }
    timers.push(timer)
    return () => {
      timer.isOff = true
    }
  })
  return { timers, asked, questions, ask: (word: string) => questions.ask(word, (question) => asked.push(question)) }
}

it('gives the answer of the page to the question that it names', async () => {
  const { questions, asked, timers, ask } = start()
  const answer = ask('teh')
  expect(asked).toEqual([{ question: 1, word: 'teh' }])
  await questions.answerSpelling({ question: 7, suggestions: ['no'] })
  await questions.answerSpelling({ question: 1, suggestions: ['the'] })
  await questions.answerSpelling({ question: 1, suggestions: ['late'] })
  expect(await answer).toEqual(['the'])
  expect(timers.map(({ isOff }) => isOff)).toEqual([true])
})

it('opens the menu without suggestions when the page takes too long', async () => {
  const { questions, timers, ask } = start()
  const answer = ask('teh')
  expect(timers[0]?.ms).toBe(1_000)
  timers[0]?.run()
  expect(await answer).toEqual([])
  expect(await questions.answerSpelling({ question: 1, suggestions: ['the'] })).toEqual({ ok: true, value: null })
})

it('answers only the newest question', async () => {
  const { questions, ask } = start()
  const first = ask('teh')
  const second = ask('adn')
  await questions.answerSpelling({ question: 2, suggestions: ['and'] })
  expect(await Promise.all([first, second])).toEqual([null, ['and']])
})
