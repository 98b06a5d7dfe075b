import { describe, expect, it } from 'vitest'
import { failed, success } from '../../../src/shared/failure.ts'
import { type LockParts, makePageLock } from '../../../src/sealing/lock-page.ts'

/** A lock that records its steps. `timeOut` ends the time limit; `canceled` says whether it was canceled. */
function stage(change: Partial<LockParts> = {}) {
  const steps: string[] = []
  const note = (step: string) => (): void => void steps.push(step)
  let timeOut = (): void => {}
  let isCanceled = false
  const lock = makePageLock({
    cover: note('cover'),
    close: () => {
      steps.push('close')
      return Promise.resolve()
    },
    done: () => {
      steps.push('done')
      return Promise.resolve(success(null))
    },
    reload: note('reload'),
    after: (_ms, then) => {
      timeOut = then
      return () => {
        isCanceled = true
      }
    },
    ...change,
  })
  return { lock, steps, timeOut: () => timeOut(), isCanceled: () => isCanceled }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

describe('the lock of the page', () => {
  it('covers the screen at once, then closes, and asks for a new process at the end', async () => {
    const { lock, steps, isCanceled } = stage()
    lock()
    expect(steps).toEqual(['cover', 'close'])
    await settled()
    expect(steps).toEqual(['cover', 'close', 'done'])
    expect(isCanceled()).toBe(true)
  })

  it('waits for a save', async () => {
    let saved = (): void => {}
    const { lock, steps } = stage({ close: () => new Promise<void>((resolve) => (saved = resolve)) })
    lock()
    await settled()
    expect(steps).toEqual(['cover'])
    saved()
    await settled()
    expect(steps).toEqual(['cover', 'done'])
  })

  it('is replaced after a save that does not end, and only once', async () => {
    let saved = (): void => {}
    const { lock, steps, timeOut } = stage({ close: () => new Promise<void>((resolve) => (saved = resolve)) })
    lock()
    timeOut()
    expect(steps).toEqual(['cover', 'done'])
    saved()
    await settled()
    expect(steps).toEqual(['cover', 'done'])
  })

  it('does nothing when it is called again', async () => {
    const { lock, steps } = stage()
    lock()
    lock()
    await settled()
    lock()
    await settled()
    expect(steps).toEqual(['cover', 'close', 'done'])
  })

  it.each<[string, Partial<LockParts>]>([
    ['covering', { cover: () => fail() }],
    ['closing', { close: () => Promise.reject(new Error('a bug')) }],
    ['closing at once', { close: () => fail() }],
  ])('is replaced when %s fails', async (_, change) => {
    const { lock, steps } = stage(change)
    lock()
    await settled()
    expect(steps.at(-1)).toBe('done')
  })

  it.each<[string, LockParts['done']]>([
    ['refuses', async () => failed({ kind: 'refused', words: 'Clarion isn’t locked.' })],
    ['does not answer', () => Promise.reject(new Error('no handler'))],
    ['cannot be asked', () => fail()],
  ])('reloads itself when main %s', async (_, done) => {
    const { lock, steps } = stage({ done })
    lock()
    await settled()
    expect(steps).toEqual(['cover', 'close', 'reload'])
  })
})

function fail(): never {
  throw new Error('a bug')
}
