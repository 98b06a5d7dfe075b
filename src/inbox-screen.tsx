import { useEffect } from 'react'
import { NothingSelected } from './frame/nothing-selected.tsx'
import { RunDone } from './frame/run-done.tsx'
import { UpdatedPanel } from './frame/updated.tsx'
import { InboxPane } from './inbox/inbox-pane.tsx'
import { PickedBar } from './inbox/picked-bar.tsx'
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
import { showCustomer, useView } from './view.ts'
import { useWorkspace } from './workspace.tsx'

const CustomerPane = preloaded(async () => (await import('./customer/customer-pane.tsx')).CustomerPane, UpdatedPanel)

const LIST_WIDTH = { initial: 360, min: 280, max: 560 }
const CUSTOMER_WIDTH = { initial: 300, min: 240, max: 480 }

/** The list or search results, the thread and the customer panel. Focus mode shows only the thread. */
export function InboxScreen() {
  const selectedId = useView((view) => view.selectedId)
  const search = useView((view) => view.search)
  const acting = useView((view) => view.acting)
  const { workspace } = useWorkspace()
  const run = useView((view) => view.run)
  const place = useView((view) => JSON.stringify([view.name, view.channel, view.tag]))
  const [width, setWidth] = useStoredNumber('list-width', LIST_WIDTH.initial)
  const isCustomerShown = useCustomerShown()
  const [customerWidth, setCustomerWidth] = useStoredNumber('customer-width', CUSTOMER_WIDTH.initial)
  return (
    <>
      {run === null && (
        <>
          <div
            className="flex max-w-[calc(100vw-600px)] min-w-64 max-[760px]:min-w-52 max-[600px]:min-w-42 shrink-0 flex-col bg-surface"
            style={{ width }}
          >
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
                  <ListScope>
                    {acting === null ? <SearchPane text={search} /> : <AllSearchPane text={search} />}
                  </ListScope>
                </GuardedPane>
              )}
            </div>
            <PickedBar />
          </div>
          <ResizeHandle label={text('frame.listWidth')} width={width} {...LIST_WIDTH} onResize={setWidth} />
        </>
      )}
      <div className="flex min-w-0 flex-1 flex-col">
        {run !== null && (
          <ListScope>
            <RunBar run={run} />
          </ListScope>
        )}
        {selectedId !== null ? (
          <GuardedPane part="thread pane" of={selectedId}>
            <ThreadPane key={workspace.id} conversationId={selectedId} />
          </GuardedPane>
        ) : run === null ? (
          <NothingSelected />
        ) : (
          <RunDone />
        )}
      </div>
      {isCustomerShown && selectedId !== null && (
        <>
          <ResizeHandle
            label={text('frame.customerWidth')}
            width={customerWidth}
            sizes="after"
            {...CUSTOMER_WIDTH}
            onResize={setCustomerWidth}
          />
          <GuardedPane part="customer pane" of={selectedId}>
            <CustomerPane key={workspace.id} conversationId={selectedId} width={customerWidth} />
          </GuardedPane>
        </>
      )}
    </>
  )
}

/** Whether the customer panel is open. Remembered across restarts. */
function useCustomerShown(): boolean {
  useEffect(() => {
    showCustomer(localStorage.getItem('customer-shown') === 'yes')
    return useView.subscribe(({ isCustomerShown }, before) => {
      if (isCustomerShown !== before.isCustomerShown)
        localStorage.setItem('customer-shown', isCustomerShown ? 'yes' : 'no')
    })
  }, [])
  return useView((view) => view.isCustomerShown)
}
