import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { RowBody } from '../../../src/rows/row-body.tsx'
import type { MarkedRow } from '../../../src/rows/row-marks.tsx'

// Server rendering uses another snapshot function; here nothing changes during a render.
vi.mock('react', async (load) => {
  const react = await load<typeof import('react')>()
  const useSyncExternalStore = <T,>(subscribe: (listener: () => void) => () => void, read: () => T): T =>
    react.useSyncExternalStore(subscribe, read, read)
  return { ...react, useSyncExternalStore }
})

const HOUR = 3_600_000
const NOW = Date.now()
const CALM = { outboxMark: 'none', status: 'open', hasDraft: false, snooze: null, back: null, tags: [] } as const

type Change = Partial<MarkedRow> & { readonly waitingSince?: number; readonly isCompact?: boolean }

/** The texts of the row in reading order, with what only a wider or narrower row shows. */
function textsOf({ waitingSince, isCompact = false, ...change }: Change): readonly string[] {
  const row = { ...CALM, isUnread: false, isStarred: false, waitingSince: waitingSince ?? null, ...change }
  const markup = renderToStaticMarkup(
    <RowBody
      row={row}
      name="John Smith"
      line="Can I move it?"
      at={NOW - 3.5 * HOUR}
      context={{ now: NOW, isOffline: false, answerWithinMs: 24 * HOUR }}
      isCompact={isCompact}
      workspace={null}
    />,
  )
  return (
    markup
      // "Waiting 13h" is one text, of which a narrow row shows the second part.
      .replaceAll(/<\/?span[^>]*>(?=\d)/g, '')
      .split(/<[^>]*>/)
      .filter((text) => text !== '')
  )
}

describe('RowBody', () => {
  it('shows the time of the last activity whether or not the customer waits', () => {
    expect(textsOf({})).toEqual(['John Smith', '3h', 'Can I move it?'])
    expect(textsOf({ waitingSince: NOW - 13 * HOUR })).toEqual(['John Smith', '3h', 'Can I move it?', 'Waiting 13h'])
  })

  it('shows what the user must act on before the waiting time, and the rest after it', () => {
    const row = { outboxMark: 'failed', hasDraft: true, tags: ['vip'], waitingSince: NOW - HOUR } as const
    expect(textsOf(row).slice(3)).toEqual(['Not sent', 'Waiting 1h', 'Draft', 'vip'])
  })

  it('counts the tags that it does not show, at each width', () => {
    const tags = Array.from({ length: 40 }, (_, index) => `tag ${index}`)
    expect(textsOf({ tags }).slice(3)).toEqual(['tag 0', 'tag 1', 'tag 2', 'tag 3', '+38', '+37', '+36', '+36'])
    expect(textsOf({ tags, isCompact: true }).slice(3)).toEqual(['tag 0', 'tag 1', '+39', '+39', '+38', '+38'])
  })

  it('draws two tags of the same name', () => {
    expect(textsOf({ tags: ['vip', 'vip'] }).slice(3)).toEqual(['vip', 'vip'])
  })
})
