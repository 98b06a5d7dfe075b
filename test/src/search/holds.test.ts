import { describe, expect, it } from 'vitest'
import { makeHolds } from '../../../src/search/holds.ts'

function fakeHolds() {
  const events: string[] = []
  let timers: (() => void)[] = []
  let ready = (): void => {}
  const holds = makeHolds({
    ready: () => new Promise<void>((resolve) => (ready = resolve)),
    start: () => void events.push('start'),
    rest: () => void events.push('rest'),
    after(_, then) {
      timers.push(then)
      return () => void (timers = timers.filter((timer) => timer !== then))
    },
  })
  return {
    ...{ holds, events },
    async list() {
      ready()
      await Promise.resolve()
    },
    pass() {
      for (const timer of timers.splice(0)) timer()
    },
  }
}

describe('makeHolds', () => {
  it('starts the worker once for several holders, when the list is read', async () => {
    const { holds, events, list } = fakeHolds()
    holds.hold()
    holds.hold()
    expect(events).toEqual([])
    await list()
    expect(events).toEqual(['start'])
  })

  it('ends the worker some time after the last holder, and starts it again for the next', async () => {
    const { holds, events, list, pass } = fakeHolds()
    const [first, second] = [holds.hold(), holds.hold()]
    await list()
    first()
    first()
    pass()
    expect(events).toEqual(['start'])
    second()
    expect(events).toEqual(['start'])
    pass()
    expect(events).toEqual(['start', 'rest'])
    holds.hold()
    await list()
    expect(events).toEqual(['start', 'rest', 'start'])
  })

  it('keeps the worker for a holder that comes before it would end', async () => {
    const { holds, events, list, pass } = fakeHolds()
    const release = holds.hold()
    await list()
    release()
    holds.hold()
    pass()
    expect(events).toEqual(['start'])
  })

  it('starts nothing after a rest or an end that came while the list was read', async () => {
    const { holds, events, list, pass } = fakeHolds()
    holds.hold()()
    pass()
    await list()
    expect(events).toEqual(['rest'])
    holds.hold()
    holds.end()
    await list()
    holds.hold()
    await list()
    expect(events).toEqual(['rest'])
  })
})
