import { expect, it } from 'vitest'
import { followOpened } from '../../../src/palette/note-opened.ts'

type Selection = { readonly acting: string | null; readonly selectedId: string | null }

function follow(first: string | null) {
  let now: Selection = { acting: null, selectedId: first }
  const listeners = new Set<(now: Selection, before: Selection) => void>()
  let waiting: (() => void) | null = null
  const noted: string[] = []
  const stop = followOpened(
    {
      getState: () => now,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    (id) => noted.push(id),
    (_ms, then) => {
      waiting = then
      return () => {
        if (waiting === then) waiting = null
      }
    },
  )
  return {
    noted,
    stop,
    isWaiting: () => waiting !== null,
    pass: () => waiting?.(),
    select(selectedId: string | null) {
      const before = now
      now = { ...now, selectedId }
      for (const listener of listeners) listener(now, before)
    },
  }
}

it('notes a conversation that stays selected, and none that is only passed', () => {
  const followed = follow('first')
  followed.select('passed')
  followed.select('second')
  followed.pass()
  followed.select(null)
  expect(followed.isWaiting()).toBe(false)
  expect(followed.noted).toEqual(['second'])
})

it('notes the conversation that was selected before, and nothing after its end', () => {
  const followed = follow('first')
  followed.pass()
  followed.select('second')
  followed.stop()
  expect(followed.isWaiting()).toBe(false)
  expect(followed.noted).toEqual(['first'])
})
