import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, useLayoutEffect, useMemo, useRef } from 'react'
import { pressRow } from '../commands/entries/pick.ts'
import { idsBetween, isSamePlace, type Listing } from '../catalogue/listing.ts'
import { countPicked, isPicked } from '../catalogue/picked.ts'
import { classNames } from '../ui/class-names.ts'
import { useDensity } from '../ui/density.ts'
import { Guarded } from '../ui/guarded.tsx'
import { useNow } from '../ui/use-now.ts'
import { select, useView } from '../view.ts'
import { useCatalogue, useWorkspace } from '../workspace.tsx'
import { anchorShift } from './anchor-shift.ts'
import { ConversationRowView, type ConversationRowProps, CONVERSATION_ROW_HEIGHT_PX } from './conversation-row.tsx'
import { BrokenRow, MissingRow } from './blank-rows.tsx'
import { moveBy } from '../rows/move-by.ts'
import { rowIdOf } from '../rows/row-id.ts'
import { reuseRows } from './reuse-rows.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'

/** Rows drawn beyond the edge, so that a step of the selection never meets an empty place. */
const OVERSCAN = 6
const PADDING_PX = 8
/** Rows read ahead on either side: what a held key or a turned wheel passes before they are here. */
const AHEAD = 40
/** Read so many at a time: a row for each step of a held key would cost as much as all of them. */
const STRIDE = 20

export function ConversationList({ listing }: { readonly listing: Listing }) {
  const scroller = useRef<HTMLDivElement>(null)
  const selectedId = useView((view) => view.selectedId)
  const isPicking = useView((view) => countPicked(view.picked) > 0)
  const now = useNow(60_000)
  const density = useDensity()
  const rowHeightPx = CONVERSATION_ROW_HEIGHT_PX[density]
  const virtualizer = useVirtualizer({
    count: listing.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    // Rows are known by their place here, and by their id in what is drawn: a row that moves must not measure a hundred thousand anew.
    overscan: OVERSCAN,
    paddingStart: PADDING_PX,
    paddingEnd: PADDING_PX,
    scrollPaddingStart: PADDING_PX,
    scrollPaddingEnd: PADDING_PX,
  })

  useLayoutEffect(() => virtualizer.measure(), [rowHeightPx, virtualizer])

  const before = useRef(listing)
  // Another view begins at its top, and is drawn so at once: the browser tells of the scrolling only afterwards.
  if (!isSamePlace(before.current, listing)) virtualizer.scrollOffset = 0
  const shown = useRef<string | null>(null)
  useLayoutEffect(() => {
    const isSame = isSamePlace(before.current, listing)
    const shift = isSame ? anchorShift(before.current, listing, placeOf(scroller.current, rowHeightPx)) : 0
    before.current = listing
    if (shift !== 0) scroller.current?.scrollBy({ top: shift * rowHeightPx, behavior: 'instant' })
    if (isSame) return
    shown.current = null
    scroller.current?.scrollTo({ top: 0, behavior: 'instant' })
  }, [listing, rowHeightPx])

  const selectedIndex = useMemo(() => (selectedId === null ? -1 : listing.indexOf(selectedId)), [listing, selectedId])
  useLayoutEffect(() => {
    // Once for each selection: rows that move later must not drag a reading person along.
    if (selectedIndex === -1 || shown.current === selectedId) return
    shown.current = selectedId
    virtualizer.scrollToIndex(selectedIndex, { align: 'auto' })
  }, [selectedIndex, selectedId, virtualizer])

  const items = virtualizer.getVirtualItems()
  const rows = useRef<ReadonlyMap<string, number>>(new Map())
  rows.current = reuseRows(
    rows.current,
    items.map((item) => nameOf(listing, item.index)),
  )
  useReadAhead(listing, items[0]?.index ?? 0, items.at(-1)?.index ?? 0)
  const isSelectedDrawn = items.some((item) => item.index === selectedIndex)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 1)
    const wanted = moveBy(event.nativeEvent, { index: selectedIndex, count: listing.count, page })
    const id = wanted === null ? null : listing.idAt(wanted)
    if (id === null) return
    event.preventDefault()
    select(id)
  }

  return (
    <div
      ref={scroller}
      id={ELEMENT_IDS.list}
      role="listbox"
      aria-label="Conversations"
      aria-multiselectable="true"
      aria-activedescendant={isSelectedDrawn && selectedId !== null ? domIdOf(selectedId) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className={classNames(
        'group/list min-h-0 flex-1 overflow-y-auto outline-none',
        !isSelectedDrawn && 'focus-visible:shadow-[inset_0_2px_0_var(--focus)]',
      )}
    >
      <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const id = listing.idAt(item.index)
          return (
            <Row
              key={rows.current.get(nameOf(listing, item.index))}
              id={id}
              domId={domIdOf(nameOf(listing, item.index))}
              position={item.index + 1}
              total={listing.count}
              isSelected={item.index === selectedIndex}
              isPicking={isPicking}
              now={now}
              density={density}
              onPress={pressRow}
              top={item.start}
            />
          )
        })}
      </div>
    </div>
  )
}

/** A row by its id: it is drawn again when it changes, and the others are not. */
const Row = memo(function Row({
  id,
  ...rest
}: Omit<ConversationRowProps, 'row' | 'isPicked'> & { readonly id: string | null }) {
  const isRowPicked = useView((view) => id !== null && isPicked(view.picked, id))
  const props = { ...rest, isPicked: isRowPicked }
  const row = useCatalogue((catalogue) => (id === null ? undefined : catalogue.row(id)))
  if (row === undefined) return <MissingRow {...props} />
  return (
    <Guarded part="conversation row" of={row} fallback={<BrokenRow id={row.id} {...props} />}>
      <ConversationRowView row={row} {...props} />
    </Guarded>
  )
})

/** A conversation's id, or where nothing is known of a place yet, the place. */
function nameOf(listing: Listing, index: number): string {
  return listing.idAt(index) ?? `at ${index}`
}

/** Keeps the rows on screen, and some around them, at hand. */
function useReadAhead(listing: Listing, first: number, last: number): void {
  const { catalogue } = useWorkspace()
  const from = Math.floor(first / STRIDE) * STRIDE - AHEAD
  const to = Math.ceil((last + 1) / STRIDE) * STRIDE + AHEAD
  useLayoutEffect(() => catalogue.show(idsBetween(listing, from, to)), [catalogue, listing, from, to])
}

function placeOf(
  scroller: HTMLElement | null,
  rowHeightPx: number,
): { readonly first: number; readonly count: number } {
  if (scroller === null || scroller.scrollTop < PADDING_PX) return { first: 0, count: 0 }
  const first = Math.floor((scroller.scrollTop - PADDING_PX) / rowHeightPx)
  return { first, count: Math.ceil(scroller.clientHeight / rowHeightPx) }
}

function domIdOf(conversationId: string): string {
  return rowIdOf('conversation-', conversationId)
}
