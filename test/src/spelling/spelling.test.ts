import { expect, it } from 'vitest'
import type { FromWorker, ToWorker } from '../../../src/spelling/protocol.ts'
import { makeSpelling } from '../../../src/spelling/spelling.ts'

function start() {
  const sent: ToWorker[] = []
  const facts = { starts: 0, changes: 0, isTerminated: false }
  let answer = (_message: FromWorker): void => {}
  let fail = (): void => {}
  const spelling = makeSpelling({
    startWorker(onMessage, onFailure) {
      facts.starts += 1
      answer = onMessage
      fail = onFailure
      return {
        send: (message) => sent.push(message),
        terminate() {
          facts.isTerminated = true
        },
      }
    },
    onChange() {
      facts.changes += 1
    },
  })
  return { spelling, sent, facts, answer: (message: FromWorker) => answer(message), fail: () => fail() }
}

it('the first question starts the worker, which gets the own words first', async () => {
  const { spelling, sent, facts, answer } = start()
  spelling.setOwnWords(['Kowalczyk'])
  expect(facts.starts).toBe(0)
  const first = spelling.check('en-US', false, ['teh'])
  const second = spelling.suggest('en-US', 'teh')
  expect(facts.starts).toBe(1)
  expect(sent).toEqual([
    { kind: 'own-words', words: ['Kowalczyk'] },
    { kind: 'check', request: 1, dictionary: 'en-US', isCertain: false, words: ['teh'] },
    { kind: 'suggest', request: 2, dictionary: 'en-US', word: 'teh' },
  ])
  answer({ kind: 'answer', request: 2, words: ['the'] })
  answer({ kind: 'answer', request: 1, words: ['teh'] })
  expect(await Promise.all([first, second])).toEqual([['teh'], ['the']])
})

it('a read dictionary and new own words make earlier answers out of date', () => {
  const { spelling, sent, facts, answer } = start()
  void spelling.check('es', true, ['holla'])
  answer({ kind: 'ready' })
  expect(facts.changes).toBe(1)
  spelling.setOwnWords(['holla'])
  expect(facts.changes).toBe(2)
  expect(sent.at(-1)).toEqual({ kind: 'own-words', words: ['holla'] })
})

it.each(['fail', 'stop'] as const)('after %s no word is misspelled, and no worker is started', async (how) => {
  const { spelling, facts, fail, answer } = start()
  const waiting = spelling.check('en-US', true, ['teh'])
  if (how === 'fail') fail()
  else spelling.stop()
  expect(await waiting).toEqual([])
  expect(await spelling.check('en-US', true, ['teh'])).toEqual([])
  expect(await spelling.suggest('en-US', 'teh')).toEqual([])
  answer({ kind: 'ready' })
  expect(facts).toEqual({ starts: 1, changes: 0, isTerminated: true })
})

it('a worker that cannot be started switches spelling off', async () => {
  let starts = 0
  const spelling = makeSpelling({
    startWorker() {
      starts += 1
      throw new Error('no worker')
    },
    onChange: () => {},
  })
  expect(await spelling.check('en-US', true, ['teh'])).toEqual([])
  expect(await spelling.check('en-US', true, ['teh'])).toEqual([])
  expect(starts).toBe(1)
})
