import fc from 'fast-check'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { mergeRow } from '../../../../src/db/merge.ts'
import { overlayConversation, type ThreadItem } from '../../../../src/db/overlay.ts'
import { linkTarget } from '../../../../src/shared/link-target.ts'
import { layOut } from '../../../../src/thread/log/days.ts'
import { LogRowView } from '../../../../src/thread/log/log-row.tsx'
import { MessageText } from '../../../../src/thread/log/message-text.tsx'
import { TooltipProvider } from '../../../../src/ui/tooltip.tsx'
import { harmlessText } from '../../../../src/words/harmless-text.ts'
import { type DrawnElement, readMarkup } from '../../../support/drawn-elements.ts'
import { hostileMessage } from '../../../support/hostile-message.ts'

// Server rendering uses another snapshot function; here nothing changes during a render.
vi.mock('react', async (load) => {
  const react = await load<typeof import('react')>()
  const useSyncExternalStore = <T,>(subscribe: (listener: () => void) => () => void, read: () => T): T =>
    react.useSyncExternalStore(subscribe, read, read)
  return { ...react, useSyncExternalStore }
})

/** Messages. `npm run guards` draws more. */
const RUNS = Math.max(500, Number(process.env['FUZZ_RUNS'] ?? 0))
/** Bounds a hang, ms. */
const LIMIT_MS = 900_000
const NOW = Date.UTC(2026, 5, 1)
const nothing = (): void => undefined

/** All that a message may be made of. No element loads anything, and no attribute is a script. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  p: ['class', 'dir'],
  a: ['class', 'dir', 'draggable', 'href', 'title'],
  button: ['class', 'type', 'aria-expanded'],
}

function strangersIn(elements: readonly DrawnElement[], allowed: Readonly<Record<string, readonly string[]>>) {
  return elements.flatMap(({ tag, attributes }) =>
    Object.keys(attributes)
      .filter((name) => !(allowed[tag]?.includes(name) ?? false))
      .map((name) => `${tag} ${name}`)
      .concat(allowed[tag] === undefined ? [tag] : []),
  )
}

/** The addresses of links. Everything else that a message could load is not in the list of elements. */
function addressesIn(elements: readonly DrawnElement[]): readonly string[] {
  return elements.flatMap(({ attributes }) => attributes['href'] ?? [])
}

/** What main would open: the rule of links accepts the address, and has nothing left to correct. */
function isHarmless(address: string): boolean {
  const target = linkTarget(address)
  return target.ok && target.href === address
}

function draw(node: ReactNode) {
  return readMarkup(renderToStaticMarkup(<TooltipProvider>{node}</TooltipProvider>))
}

describe('hostile messages', () => {
  it(
    'consist of text and links, and the text is what was written',
    () => {
      fc.assert(
        fc.property(hostileMessage, (content) => {
          const text = <MessageText content={content} isExpanded onExpand={nothing} onOpenLink={nothing} />
          const drawn = draw(text)
          expect(strangersIn(drawn.elements, ALLOWED)).toEqual([])
          expect(addressesIn(drawn.elements).filter((address) => !isHarmless(address))).toEqual([])
          if (drawn.elements[0]?.attributes['dir'] === 'auto') expect(drawn.text).toBe(harmlessText(content))
          expect(drawn.text).not.toMatch(/[\u202d\u202e\p{Surrogate}]/u)
        }),
        { numRuns: RUNS },
      )
    },
    LIMIT_MS,
  )

  it(
    'leave the elements of their bubble as those of a harmless one',
    () => {
      const first = mergeRow(undefined, { id: 'c', customerName: 'Ana' }, { askedAt: NOW, now: NOW })
      const summary = overlayConversation({ id: 'c', row: first, ops: [], seen: undefined })
      const row = { ...summary, hasDraft: false, isThreadOnDevice: true, isStarred: false, snooze: null, back: null }
      const drawBubble = (content: string, sender: string) => {
        const item: ThreadItem = { key: 'm', sender, isMine: false, at: NOW, echo: null, content }
        const view = { conversation: row, items: [item], isOnDevice: true, troubles: [], snooze: null }
        const log = { view, actions: { act: nothing, openLink: nothing }, expanded: new Set<string>(['m']) }
        const more = { places: new Map(), soughtKey: null, onExpand: nothing }
        return layOut([item]).flatMap((one) => draw(<LogRowView row={one} {...log} {...more} />).elements)
      }
      const shapeOf = (elements: readonly DrawnElement[]) =>
        elements
          .filter(({ tag }) => tag !== 'a')
          .map(({ tag, attributes }) => [tag, ...Object.keys(attributes)].join(' '))
      const harmless = shapeOf(drawBubble('Hello', 'customer'))
      fc.assert(
        fc.property(hostileMessage, hostileMessage, (content, sender) => {
          const elements = drawBubble(`Hello ${content}`, sender)
          expect(shapeOf(elements)).toEqual(harmless)
          expect(
            strangersIn(
              elements.filter(({ tag }) => tag === 'a'),
              ALLOWED,
            ),
          ).toEqual([])
        }),
        { numRuns: RUNS },
      )
    },
    LIMIT_MS,
  )
})

describe('readMarkup', () => {
  it('reads elements, attributes and text', () => {
    expect(readMarkup('<p dir="auto" title="a &amp; b">x &lt;b&gt;<br/></p>')).toEqual({
      elements: [
        { tag: 'p', attributes: { dir: 'auto', title: 'a & b' } },
        { tag: 'br', attributes: {} },
      ],
      text: 'x <b>',
    })
  })

  it.each([
    '<p>a < b</p>',
    '<p>a > b</p>',
    '<p x=1></p>',
    '<p onclick></p>',
    '<!-- a -->',
    '<p></a>',
    '<p>',
    '</p>',
    '<P></P>',
  ])('throws on what React does not write: %s', (markup) => {
    expect(() => readMarkup(markup)).toThrow('not what React writes')
  })
})
