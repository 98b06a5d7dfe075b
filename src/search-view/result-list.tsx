import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { Guarded } from '../ui/guarded.tsx'
import { select, selectedKey, useView } from '../view/view.ts'
import { type LiveWorkspace, useCatalogue, useLiveWorkspaces, useWorkspace } from '../workspace.tsx'
import { splitRowKey } from '../catalogue/row-key.ts'
import { pressRow } from '../commands/entries/pick.ts'
import { countPicked, isPicked } from '../catalogue/picked.ts'
import { moveBy } from '../rows/move-by.ts'
import { reuseRows } from '../rows/reuse-rows.ts'
import { rowIdOf } from '../rows/row-id.ts'
import { useOverscan } from '../rows/use-overscan.ts'
import { useAnswerTargetMs } from '../rows/answer-within.ts'
import { ROW_HEIGHT_PX } from '../rows/row-height.ts'
import { useDensity } from '../ui/density.ts'
import { useNow } from '../ui/use-now.ts'
import { type OfflineAt, useOfflineAt } from '../acts/use-offline-at.ts'
import { BrokenResult, ResultRowView, type ResultRowProps } from './result-row.tsx'
import type { Results } from './next-results.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'

/** More results are requested when fewer rows than this are left. */
const NEAR_END_ROWS = 15
const PADDING_PX = 4

type ResultListProps = {
  readonly results: Results
  readonly onNearEnd: () => void
  /** Called with true when the list gets the focus: it then keeps its order. */
  readonly onHold: (isHeld: boolean) => void
}

/** The results. They replace the conversation list and use its DOM id, so that the same keys work. */
export function ResultList({ results, onNearEnd, onHold }: ResultListProps) {
  const { rows, total, query } = results
  const scroller = useRef<HTMLDivElement>(null)
  const selectedId = useView(selectedKey)
  const workspaceOf = useWorkspaceOf()
  const now = useNow(60_000)
  const density = useDensity()
  const rowHeightPx = ROW_HEIGHT_PX[density]
  const answerWithinMs = useAnswerTargetMs()
  const isOfflineAt = useOfflineAt()
  // While the user types, each key replaces the results, so rows beyond the edges are drawn for the pointer or a selection only.
  const [isUnderPointer, setUnderPointer] = useState(false)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => rows[index]?.conversation.id ?? index,
    // Before it is measured. A list is no higher than the window, and the first render then has its rows.
    initialRect: { width: 0, height: window.innerHeight },
    overscan: useOverscan(results.text, isUnderPointer || selectedId !== null),
    paddingStart: PADDING_PX,
    paddingEnd: PADDING_PX,
    scrollPaddingStart: PADDING_PX,
    scrollPaddingEnd: PADDING_PX,
  })
  useLayoutEffect(() => virtualizer.measure(), [rowHeightPx, virtualizer])
  const picked = useView((view) => view.picked)
  const isPicking = countPicked(picked) > 0
  const selectedIndex = selectedId === null ? -1 : rows.findIndex((row) => row.conversation.id === selectedId)
  useLayoutEffect(() => {
    if (selectedIndex !== -1) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' })
  }, [selectedIndex, virtualizer])
  useLayoutEffect(() => {
    // A new query starts at the top. At the top nothing is asked of the scroller, which would lay out the page at once for each key.
    const isScrolled = (virtualizer.scrollOffset ?? 0) > 0
    if (isScrolled && useView.getState().selectedId === null)
      scroller.current?.scrollTo({ top: 0, behavior: 'instant' })
  }, [results.text, virtualizer])

  const items = virtualizer.getVirtualItems()
  const rowKeys = useRef<ReadonlyMap<string, number>>(new Map())
  rowKeys.current = reuseRows(
    rowKeys.current,
    items.map((item) => String(item.key)),
  )
  useLoadedRows(items.flatMap((item) => rows[item.index]?.conversation.id ?? []))
  const isNearEnd = rows.length < total && (items.at(-1)?.index ?? 0) >= rows.length - NEAR_END_ROWS
  useEffect(() => {
    if (isNearEnd) onNearEnd()
  }, [isNearEnd, onNearEnd])
  const isSelectedDrawn = items.some((item) => item.index === selectedIndex)
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 1)
    const nextIndex = moveBy(event.nativeEvent, { index: selectedIndex, count: rows.length, page })
    const row = nextIndex === null ? undefined : rows[nextIndex]
    if (row === undefined) return
    event.preventDefault()
    select(row.conversation.id)
  }
  return (
    <div
      ref={scroller}
      id={ELEMENT_IDS.list}
      role="listbox"
      aria-label={text('search.results')}
      aria-multiselectable="true"
      aria-activedescendant={isSelectedDrawn && selectedId !== null ? domIdOf(selectedId) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerEnter={() => setUnderPointer(true)}
      onPointerLeave={() => setUnderPointer(false)}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(false)}
      className={classNames(
        'group/list min-h-0 flex-1 overflow-y-auto outline-none',
        !isSelectedDrawn && 'focus-visible:shadow-[inset_0_2px_0_var(--focus)]',
      )}
    >
      <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          const { id } = row.conversation
          return (
            <Guarded
              key={rowKeys.current.get(String(item.key))}
              part="result row"
              of={row}
              fallback={<BrokenResult id={id} domId={domIdOf(id)} density={density} top={item.start} />}
            >
              <ResultWithMarks
                row={row}
                query={query}
                workspace={workspaceOf(id)}
                domId={domIdOf(id)}
                position={item.index + 1}
                total={total}
                isSelected={id === selectedId}
                isPicked={isPicked(picked, id)}
                isPicking={isPicking}
                now={now}
                answerWithinMs={answerWithinMs}
                isOfflineAt={isOfflineAt}
                density={density}
                onPress={pressRow}
                top={item.start}
              />
            </Guarded>
          )
        })}
      </div>
    </div>
  )
}

type ResultWithMarksProps = Omit<ResultRowProps, 'listed' | 'isOffline'> & { readonly isOfflineAt: OfflineAt }

/** Adds the marks of the list, which the search does not know. They follow each change at once. */
const ResultWithMarks = memo(function ResultWithMarks({ isOfflineAt, ...props }: ResultWithMarksProps) {
  const { conversation } = props.row
  const known = useCatalogue((catalogue) => catalogue.row(conversation.id))
  const listed = useMemo(() => known ?? { ...conversation, ...NO_MARKS }, [known, conversation])
  const isOffline = listed.outboxMark !== 'none' && isOfflineAt(props.workspace?.workspace.id ?? null)
  return <ResultRowView {...props} listed={listed} isOffline={isOffline} />
})

const NO_MARKS = { hasDraft: false, isThreadOnDevice: true, isStarred: false, snooze: null, back: null } as const

/** Loads the marks of the results on screen. */
function useLoadedRows(ids: readonly string[]): void {
  const { catalogue } = useWorkspace()
  const names = JSON.stringify(ids)
  useLayoutEffect(() => catalogue.show(JSON.parse(names) as string[]), [catalogue, names])
}

/** Returns the function that finds a row's workspace in All inboxes. In one workspace it finds none. */
function useWorkspaceOf(): (key: string) => LiveWorkspace | null {
  const isAll = useView((view) => view.acting !== null)
  const listed = useLiveWorkspaces()
  return (key) =>
    (isAll ? listed.find(({ workspace }) => workspace.id === splitRowKey(key).workspaceId) : undefined) ?? null
}

function domIdOf(conversationId: string): string {
  return rowIdOf('result-', conversationId)
}
