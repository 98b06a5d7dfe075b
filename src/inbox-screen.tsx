import { KeyPlace } from './drill/key-place.tsx'
import { SelectionPane } from './bulk/selection-pane.tsx'
import { ListFoot, PaneToast, RunToast } from './frame/toast-places.tsx'
import { NothingSelected } from './frame/nothing-selected.tsx'
import { RunDone } from './frame/run-done.tsx'
import { UpdatedPanel } from './frame/updated.tsx'
import { InboxPane } from './inbox/inbox-pane.tsx'
import { PickedBar, PickedStatus } from './inbox/picked-bar.tsx'
import { RunBar } from './inbox/run-bar.tsx'
import { RowMenu } from './row-menu/row-menu.tsx'
import { SearchField } from './search-view/search-field.tsx'
import { AllSearchPane } from './search-view/all-search-pane.tsx'
import { SearchPane } from './search-view/search-pane.tsx'
import { ThreadPane } from './thread/thread-pane.tsx'
import { text } from './strings/text.ts'
import { GuardedPane } from './ui/guarded.tsx'
import { preloaded } from './ui/preloaded.tsx'
import { ResizeHandle } from './ui/resize-handle.tsx'
import { useStoredNumber } from './ui/use-stored-number.ts'
import { ListScope } from './list-scope.tsx'
import { isCustomerOpen, isSelectionShown } from './view/layout.ts'
import { uncoverThread, useView } from './view/view.ts'
import { useWorkspace } from './workspace.tsx'

const CustomerPane = preloaded(async () => (await import('./customer/customer-pane.tsx')).CustomerPane, UpdatedPanel)

const LIST_WIDTH = { initial: 360, min: 280, max: 560 }
const CUSTOMER_WIDTH = { initial: 300, min: 240, max: 480 }

/** The list or search results, the thread and the customer panel. Focus mode shows only the thread. */
export function InboxScreen() {
  const isRunning = useView((view) => view.run !== null)
  return (
    <>
      <PickedStatus />
      {!isRunning && <ListColumn />}
      <ThreadColumn />
      <CustomerColumn />
    </>
  )
}

/** It does not know what is selected: only the list's own rows change with that. */
function ListColumn() {
  const search = useView((view) => view.search)
  const acting = useView((view) => view.acting)
  const { workspace } = useWorkspace()
  const place = useView((view) => JSON.stringify([view.name, view.channel, view.tag]))
  const [width, setWidth] = useStoredNumber('list-width', LIST_WIDTH.initial)
  return (
    <>
      <div data-column="list" className="flex min-w-64 flex-col bg-surface" style={{ width }}>
        <SearchField />
        <div className="flex min-h-0 flex-1">
          {search === null ? (
            <GuardedPane part="list pane" of={place}>
              <ListScope key={acting === null ? workspace.databaseName : ''}>
                <RowMenu>
                  <InboxPane />
                </RowMenu>
              </ListScope>
            </GuardedPane>
          ) : (
            <GuardedPane part="search pane" of={search}>
              <ListScope>{acting === null ? <SearchPane text={search} /> : <AllSearchPane text={search} />}</ListScope>
            </GuardedPane>
          )}
        </div>
        <ListFoot />
        <KeyPlace className="hidden pt-2 icons:block" />
        <PickedBar />
      </div>
      <ResizeHandle
        className="one:hidden"
        label={text('frame.listWidth')}
        width={width}
        {...LIST_WIDTH}
        onResize={setWidth}
      />
    </>
  )
}

function ThreadColumn() {
  const run = useView((view) => view.run)
  return (
    <div data-column="thread" onFocus={uncoverThread} className="flex min-w-95 flex-1 flex-col one:min-w-0">
      {run !== null && (
        <ListScope>
          <RunBar run={run}>
            <RunToast />
          </RunBar>
        </ListScope>
      )}
      <PaneToast pane="thread" />
      <ThreadOrSelection isRunning={run !== null} />
    </div>
  )
}

function ThreadOrSelection({ isRunning }: { readonly isRunning: boolean }) {
  const selectedId = useView((view) => view.selectedId)
  const isSelecting = useView(isSelectionShown)
  const { workspace } = useWorkspace()
  if (isSelecting)
    return (
      <GuardedPane part="selection pane" of="selection">
        <ListScope>
          <SelectionPane />
        </ListScope>
      </GuardedPane>
    )
  if (selectedId === null) return isRunning ? <RunDone /> : <NothingSelected />
  return (
    <GuardedPane part="thread pane" of={selectedId}>
      <ThreadPane key={workspace.id} conversationId={selectedId} />
    </GuardedPane>
  )
}

function CustomerColumn() {
  const selectedId = useView((view) => view.selectedId)
  const isShown = useView(isCustomerOpen)
  const { workspace } = useWorkspace()
  const [width, setWidth] = useStoredNumber('customer-width', CUSTOMER_WIDTH.initial)
  if (!isShown || selectedId === null) return null
  return (
    <>
      <ResizeHandle
        className="covering:hidden"
        label={text('frame.customerWidth')}
        width={width}
        sizes="after"
        {...CUSTOMER_WIDTH}
        onResize={setWidth}
      />
      <div
        data-column="customer"
        className="flex min-w-60 flex-col bg-surface over:absolute over:inset-y-0 over:end-0 over:z-20 over:border-s over:border-line over:shadow-high"
        style={{ width }}
      >
        <PaneToast pane="customer" />
        <GuardedPane part="customer pane" of={selectedId}>
          <CustomerPane key={workspace.id} conversationId={selectedId} />
        </GuardedPane>
      </div>
    </>
  )
}
