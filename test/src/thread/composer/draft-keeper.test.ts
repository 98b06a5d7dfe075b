import { describe, expect, it } from 'vitest'
import { makeDraftKeeper } from '../../../../src/thread/composer/draft-keeper.ts'

/** A store whose saves the test ends. */
function aStore() {
  const begun: string[] = []
  const ends: { keep: () => void; fail: () => void }[] = []
  const troubles: boolean[] = []
  const keeper = makeDraftKeeper(
    ({ text }) =>
      new Promise((resolve, reject) => {
        begun.push(text)
        ends.push({ keep: resolve, fail: () => reject(new Error('disk full')) })
      }),
    (isFailing) => troubles.push(isFailing),
  )
  const type = (text: string): void => keeper.keep({ text, caret: text.length })
  return { begun, ends, troubles, keeper, type }
}

/** Lets resolved promises continue. */
async function turn(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
}

describe('makeDraftKeeper', () => {
  it('saves the first keystroke at once', () => {
    const { begun, type } = aStore()
    type('a')
    expect(begun).toEqual(['a'])
  })

  it('saves only the newest text typed during a save', async () => {
    const { begun, ends, type } = aStore()
    type('a')
    type('ab')
    type('abc')
    expect(begun).toEqual(['a'])
    ends[0]?.keep()
    await turn()
    expect(begun).toEqual(['a', 'abc'])
  })

  it('reports a failed save and retries with the next keystroke', async () => {
    const { begun, ends, troubles, type } = aStore()
    type('a')
    ends[0]?.fail()
    await turn()
    expect(troubles).toEqual([true])
    type('ab')
    ends[1]?.keep()
    await turn()
    expect(begun).toEqual(['a', 'ab'])
    expect(troubles).toEqual([true, false])
  })

  it('saves the text typed before a hold and nothing after', async () => {
    const { begun, ends, keeper, type } = aStore()
    type('a')
    type('ab')
    let isHeld = false
    const held = keeper.hold().then(() => (isHeld = true))
    await turn()
    expect(isHeld).toBe(false)
    ends[0]?.keep()
    await turn()
    expect(begun).toEqual(['a', 'ab'])
    ends[1]?.keep()
    await held
    type('abc')
    await turn()
    expect(begun).toEqual(['a', 'ab'])
  })

  it('drops the text of a hold when it is released with null', async () => {
    const { begun, keeper, type } = aStore()
    await keeper.hold()
    type('sent')
    keeper.release(null)
    await turn()
    expect(begun).toEqual([])
  })

  it('saves the remaining text after a hold', async () => {
    const { begun, keeper, type } = aStore()
    await keeper.hold()
    type('sent and more')
    keeper.release({ text: ' and more', caret: 9 })
    expect(begun).toEqual([' and more'])
  })

  it('settles only after the hold has ended and the remaining text is saved', async () => {
    const { ends, keeper } = aStore()
    await keeper.hold()
    let isSettled = false
    const settled = keeper.settle().then(() => (isSettled = true))
    await turn()
    expect(isSettled).toBe(false)
    keeper.release({ text: 'more', caret: 4 })
    await turn()
    expect(isSettled).toBe(false)
    ends[0]?.keep()
    await settled
    expect(isSettled).toBe(true)
  })
})
