import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, useLayoutEffect, useMemo, useRef } from 'react'
import { pressRow } from '../commands/entries/pick.ts'
import { idsBetween, isSamePlace, type Listing, placeOf } from '../catalogue/listing.ts'
import { splitRowKey } from '../catalogue/row-key.ts'
import { countPicked, isPicked } from '../catalogue/picked.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { useDensity } from '../ui/density.ts'
import { Guarded } from '../ui/guarded.tsx'
import { useNow } from '../ui/use-now.ts'
import { select, selectedKey, useView } from '../view/view.ts'
import { useCatalogue, useRowWorkspace, useWorkspace } from '../workspace.tsx'
import { anchorShift } from './anchor-shift.ts'
import { ConversationRowView, type ConversationRowProps } from './conversation-row.tsx'
import { BrokenRow, MissingRow } from './blank-rows.tsx'
import { moveBy } from '../rows/move-by.ts'
import { useAnswerTargetMs } from '../rows/answer-within.ts'
import { ROW_HEIGHT_PX } from '../rows/row-height.ts'
import { rowIdOf } from '../rows/row-id.ts'
import { useOverscan } from '../rows/use-overscan.ts'
import { reuseRows } from '../rows/reuse-rows.ts'
import { type OfflineAt, useOfflineAt } from '../acts/use-offline-at.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'

const PADDING_PX = 8
/** Rows read ahead on either side, so that a held key or the wheel does not outrun the database. */
const READ_AHEAD = 40
/** Rows read at a time: reading one row for each step of a held key costs as much as reading all of them. */
const READ_STEP = 20

export function ConversationList({ listing }: { readonly listing: Listing }) {
  const scroller = useRef<HTMLDivElement>(null)
  const selectedId = useView(selectedKey)
  const isPicking = useView((view) => countPicked(view.picked) > 0)
  const now = useNow(60_000)
  const density = useDensity()
  const answerWithinMs = useAnswerTargetMs()
  const isOfflineAt = useOfflineAt()
  const rowHeightPx = ROW_HEIGHT_PX[density]
  const virtualizer = useVirtualizer({
    count: listing.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    // Before the list is measured: it is no higher than the window, and the first render then has its rows.
    initialRect: { width: 0, height: window.innerHeight },
    // The virtualizer identifies rows by index, and React by id: with ids here, one moved row would make it measure 100,000 again.
    overscan: useOverscan(placeOf(listing)),
    paddingStart: PADDING_PX,
    paddingEnd: PADDING_PX,
    scrollPaddingStart: PADDING_PX,
    scrollPaddingEnd: PADDING_PX,
  })

  useLayoutEffect(() => virtualizer.measure(), [rowHeightPx, virtualizer])

  const previousListing = useRef(listing)
  const wasScrolled = useRef(false)
  if (!isSamePlace(previousListing.current, listing)) {
    wasScrolled.current ||= (virtualizer.scrollOffset ?? 0) > 0
    // Another view starts at its top. The offset is set here because the scroll event comes after this render.
    virtualizer.scrollOffset = 0
  }
  const scrolledToId = useRef<string | null>(null)
  useLayoutEffect(() => {
    const isSame = isSamePlace(previousListing.current, listing)
    // At the top nothing is anchored. Asking the scroller would lay out the page at once, for each change of the list.
    const isAtTop = (virtualizer.scrollOffset ?? 0) < PADDING_PX
    const shift =
      isSame && !isAtTop ? anchorShift(previousListing.current, listing, visibleRows(scroller.current, rowHeightPx)) : 0
    previousListing.current = listing
    if (shift !== 0) scroller.current?.scrollBy({ top: shift * rowHeightPx, behavior: 'instant' })
    if (isSame) return
    scrolledToId.current = null
    // Scrolling lays out the page at once, which the frame does anyway.
    if (wasScrolled.current) scroller.current?.scrollTo({ top: 0, behavior: 'instant' })
    wasScrolled.current = false
  }, [listing, rowHeightPx, virtualizer])

  const selectedIndex = useMemo(() => (selectedId === null ? -1 : listing.indexOf(selectedId)), [listing, selectedId])
  useLayoutEffect(() => {
    // Scrolls once for each selection. If the selected row moves later, the scroll position stays.
    if (selectedIndex === -1 || scrolledToId.current === selectedId) return
    scrolledToId.current = selectedId
    virtualizer.scrollToIndex(selectedIndex, { align: 'auto' })
  }, [selectedIndex, selectedId, virtualizer])

  const items = virtualizer.getVirtualItems()
  const rowKeys = useRef<ReadonlyMap<string, number>>(new Map())
  rowKeys.current = reuseRows(
    rowKeys.current,
    items.map((item) => itemKey(listing, item.index)),
  )
  useReadAhead(listing, items[0]?.index ?? 0, items.at(-1)?.index ?? 0)
  const isSelectedDrawn = items.some((item) => item.index === selectedIndex)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 1)
    const nextIndex = moveBy(event.nativeEvent, { index: selectedIndex, count: listing.count, page })
    const id = nextIndex === null ? null : listing.idAt(nextIndex)
    if (id === null) return
    event.preventDefault()
    select(id)
  }

  return (
    <div
      ref={scroller}
      id={ELEMENT_IDS.list}
      role="listbox"
      aria-label={text('inbox.conversations')}
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
              key={rowKeys.current.get(itemKey(listing, item.index))}
              id={id}
              domId={domIdOf(itemKey(listing, item.index))}
              position={item.index + 1}
              total={listing.count}
              isSelected={item.index === selectedIndex}
              isPicking={isPicking}
              now={now}
              answerWithinMs={answerWithinMs}
              isOfflineAt={isOfflineAt}
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

/** Reads its own row, so that a changed row renders again without the others. */
const Row = memo(function Row({
  id,
  isOfflineAt,
  ...rest
}: Omit<ConversationRowProps, 'row' | 'isPicked' | 'workspace' | 'isOffline'> & {
  readonly id: string | null
  readonly isOfflineAt: OfflineAt
}) {
  const isRowPicked = useView((view) => id !== null && isPicked(view.picked, id))
  const isAll = useView((view) => view.acting !== null)
  const workspaceId = isAll && id !== null ? splitRowKey(id).workspaceId : null
  const workspace = useRowWorkspace(workspaceId)
  const row = useCatalogue((catalogue) => (id === null ? undefined : catalogue.row(id)))
  // Only rows with something to send say that there is no connection.
  const isOffline = row !== undefined && row.outboxMark !== 'none' && isOfflineAt(workspaceId)
  const props = { ...rest, isPicked: isRowPicked, isOffline, workspace }
  if (row === undefined) return <MissingRow {...props} />
  return (
    <Guarded part="conversation row" of={row} fallback={<BrokenRow id={row.id} {...props} />}>
      <ConversationRowView row={row} {...props} />
    </Guarded>
  )
})

/** The conversation's id, or the index while the id is unknown. */
function itemKey(listing: Listing, index: number): string {
  return listing.idAt(index) ?? `at ${index}`
}

/** Loads the rows on screen and some around them. */
function useReadAhead(listing: Listing, first: number, last: number): void {
  const { catalogue } = useWorkspace()
  const from = Math.floor(first / READ_STEP) * READ_STEP - READ_AHEAD
  const to = Math.ceil((last + 1) / READ_STEP) * READ_STEP + READ_AHEAD
  useLayoutEffect(() => catalogue.show(idsBetween(listing, from, to)), [catalogue, listing, from, to])
}

function visibleRows(
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
