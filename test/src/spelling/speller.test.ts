import { describe, expect, it } from 'vitest'
import { readDictionary } from '../../../src/spelling/load-dictionary.ts'
import type { FromWorker } from '../../../src/spelling/protocol.ts'
import { serveSpelling } from '../../../src/spelling/serve.ts'
import { type Checker, makeSpeller } from '../../../src/spelling/speller.ts'

/** Knows these words and suggests them for any other. */
function checkerOf(...words: readonly string[]): Checker & { readonly searched: string[] } {
  const searched: string[] = []
  return {
    searched,
    correct: (word) => words.includes(word),
    suggest(word) {
      searched.push(word)
      return words
    },
  }
}

async function spellerOf(checker: Checker) {
  await Promise.resolve()
  let isReady = (): void => {}
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  const speller = makeSpeller({ load: () => Promise.resolve(checker), onReady: isReady })
  expect(speller.check('en-US', ['anything'], true)).toEqual([])
  await ready
  return speller
}

describe('makeSpeller', () => {
  it('reads a dictionary once, and until then finds nothing', async () => {
    const loads: string[] = []
    let isReady = (): void => {}
    const ready = new Promise<void>((resolve) => {
      isReady = resolve
    })
    const load = (dictionary: string): Promise<Checker> => {
      loads.push(dictionary)
      return Promise.resolve(checkerOf('the'))
    }
    const speller = makeSpeller({ load, onReady: isReady })
    expect(speller.check('en-US', ['teh'], true)).toEqual([])
    expect(speller.suggest('en-US', 'teh')).toEqual([])
    await ready
    expect(speller.check('en-US', ['teh', 'the'], true)).toEqual(['teh'])
    expect(loads).toEqual(['en-US'])
  })

  it('finds nothing with a dictionary that cannot be read, and checks with the others', async () => {
    let isReady = (): void => {}
    const ready = new Promise<void>((resolve) => {
      isReady = resolve
    })
    const load = (dictionary: string): Promise<Checker> =>
      dictionary === 'es' ? Promise.reject(new Error('damaged')) : Promise.resolve(checkerOf('the'))
    const speller = makeSpeller({ load, onReady: isReady })
    speller.check('es', ['teh'], true)
    speller.check('en-US', ['teh'], true)
    await ready
    expect(speller.check('es', ['teh'], true)).toEqual([])
    expect(speller.suggest('es', 'teh')).toEqual([])
    expect(speller.check('en-US', ['teh'], true)).toEqual(['teh'])
  })

  it('accepts own words with any capitals and a possessive s', async () => {
    const speller = await spellerOf(checkerOf('the'))
    speller.setOwnWords(['Kowalczyk', 'cafe\u0301'])
    const words = ['Kowalczyk', 'kowalczyk', 'Kowalczyk’s', "Kowalczyk's", 'café', 'Kowalczyks']
    expect(speller.check('en-US', words, true)).toEqual(['Kowalczyks'])
    speller.setOwnWords([])
    expect(speller.check('en-US', ['Kowalczyk'], true)).toEqual(['Kowalczyk'])
  })

  it('asks for composed letters and answers with the word as it was', async () => {
    const speller = await spellerOf(checkerOf('café'))
    expect(speller.check('en-US', ['cafe\u0301', 'cafe\u0302'], true)).toEqual(['cafe\u0302'])
  })

  it('marks nothing in a text of another language, unless the user named the dictionary', async () => {
    const speller = await spellerOf(checkerOf('one', 'two', 'three'))
    const half = ['one', 'two', 'three', 'eins', 'zwei', 'drei']
    expect(speller.check('en-US', half, false)).toEqual(['eins', 'zwei', 'drei'])
    const more = ['one', 'two', 'eins', 'zwei', 'drei', 'vier']
    expect(speller.check('en-US', more, false)).toEqual([])
    expect(speller.check('en-US', more, true)).toEqual(['eins', 'zwei', 'drei', 'vier'])
    expect(speller.check('en-US', more.slice(1), false)).toEqual(['eins', 'zwei', 'drei', 'vier'])
  })

  it('searches suggestions once for a word, keeps five, and none for an endless word', async () => {
    const checker = checkerOf('a', 'b', 'c', 'd', 'e', 'f')
    const speller = await spellerOf(checker)
    expect(speller.suggest('en-US', 'x')).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(speller.suggest('en-US', 'x')).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(speller.suggest('en-US', 'x'.repeat(31))).toEqual([])
    expect(checker.searched).toEqual(['x'])
  })

  it('forgets the oldest suggestions', async () => {
    const checker = checkerOf('a')
    const speller = await spellerOf(checker)
    for (let index = 0; index <= 200; index += 1) speller.suggest('en-US', `w${index}`)
    speller.suggest('en-US', 'w200')
    expect(checker.searched).toHaveLength(201)
    speller.suggest('en-US', 'w0')
    expect(checker.searched.slice(-2)).toEqual(['w200', 'w0'])
  })
})

describe('serveSpelling', () => {
  it('answers every question, and prepares suggestions for marked words when it is quiet', async () => {
    const posted: FromWorker[] = []
    const timers: { ms: number; run: () => void; isOff: boolean }[] = []
    const checker = checkerOf('the')
    const receive = serveSpelling({
      load: () => Promise.resolve(checker),
      post: (message) => posted.push(message),
      after(ms, then) {
        const timer = { ms, run: then, isOff: false }
        timers.push(timer)
        return () => {
          timer.isOff = true
        }
      },
    })
    const check = (request: number): void =>
      receive({ kind: 'check', request, dictionary: 'en-US', isCertain: true, words: ['teh', 'qqq'] })
    check(1)
    await expect.poll(() => posted.at(-1)).toEqual({ kind: 'ready' })
    check(2)
    check(3)
    expect(timers.map(({ isOff }) => isOff)).toEqual([true, false])
    expect(checker.searched).toEqual([])
    timers[1]?.run()
    timers[2]?.run()
    expect(checker.searched).toEqual(['teh', 'qqq'])
    receive({ kind: 'suggest', request: 4, dictionary: 'en-US', word: 'teh' })
    expect(checker.searched).toHaveLength(2)
    expect(posted).toEqual([
      { kind: 'answer', request: 1, words: [] },
      { kind: 'ready' },
      { kind: 'answer', request: 2, words: ['teh', 'qqq'] },
      { kind: 'answer', request: 3, words: ['teh', 'qqq'] },
      { kind: 'answer', request: 4, words: ['the'] },
    ])
    receive({ kind: 'own-words', words: ['QQQ'] })
    check(5)
    expect(posted.at(-1)).toEqual({ kind: 'answer', request: 5, words: ['teh'] })
  })
})

describe('readDictionary', () => {
  const AFFIXES = 'SET UTF-8\nTRY aet\nSFX S Y 1\nSFX S 0 s .\n'

  it('knows the words with their endings', () => {
    const checker = readDictionary(AFFIXES, '2\nwith\norder/S\n', 'with')
    expect(['order', 'orders', 'Orders', 'odrer'].map(checker.correct)).toEqual([true, true, true, false])
    expect(checker.suggest('odrer')).toContain('order')
  })

  it.each([
    ['empty', ''],
    ['cut off', '2\nord'],
    ['not a dictionary', '\0\u{FFFD}<html>'],
  ])('refuses a file that is %s', (_, words) => {
    expect(() => readDictionary(AFFIXES, words, 'with')).toThrow('damaged')
  })
})
