import { lazy, Suspense, useEffect, useState } from 'react'
import { BugScreen } from './frame/bug-screen.tsx'
import { BulkDialogs } from './bulk/bulk-dialogs.tsx'
import { HaltedScreen } from './frame/halted-screen.tsx'
import { NothingSelected } from './frame/nothing-selected.tsx'
import { Notices } from './frame/notices.tsx'
import { InboxPane } from './inbox/inbox-pane.tsx'
import { RunBar } from './inbox/run-bar.tsx'
import { RunDone } from './frame/run-done.tsx'
import { PassingWord } from './frame/passing-word.tsx'
import { ProgressLine } from './frame/progress-line.tsx'
import { ReconnectReview } from './frame/reconnect-review.tsx'
import { OutboxPane } from './outbox-view/outbox-pane.tsx'
import { Rail } from './rail/rail.tsx'
import { RowMenu } from './row-menu/row-menu.tsx'
import { SearchField } from './search-view/search-field.tsx'
import { SearchPane } from './search-view/search-pane.tsx'
import type { Session, Workspace } from './shared/bridge.ts'
import type { Result } from './shared/failure.ts'
import { ThreadPane } from './thread/thread-pane.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { preloaded } from './ui/preloaded.tsx'
import { ResizeHandle } from './ui/resize-handle.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'
import { useStoredNumber } from './ui/use-stored-number.ts'
import { showCustomer, useView } from './view.ts'
import type { ConnectInput } from './welcome/connect-input.ts'
import { NewKeyDialog } from './welcome/new-key-dialog.tsx'
import { Welcome } from './welcome/welcome.tsx'
import { type OpenWorkspace, WorkspaceProvider } from './workspace.tsx'

export type AppProps = {
  readonly session: Session
  /** Null on first run and after signing out. */
  readonly open: OpenWorkspace | null
  readonly onConnect: (input: ConnectInput) => Promise<Result<Workspace>>
  readonly onOpenDemo: () => Promise<Result<Workspace>>
  readonly onChoose: (workspaceId: string) => Promise<unknown>
  readonly onForget: (workspaceId: string) => Promise<unknown>
}

/** Not before first paint: one brings the world's telephone numbers with it, and none is needed for reading. */
const NewConversationDialog = preloaded(
  async () => (await import('./new-conversation/new-conversation-dialog.tsx')).NewConversationDialog,
)
const SettingsDialog = preloaded(async () => (await import('./settings/settings-dialog.tsx')).SettingsDialog)
const Palette = preloaded(async () => (await import('./palette/palette.tsx')).Palette)
const HelpSheet = preloaded(async () => (await import('./help/help-sheet.tsx')).HelpSheet)
const SnoozeDialog = preloaded(async () => (await import('./snooze/snooze-dialog.tsx')).SnoozeDialog)
const LATER = [Palette, NewConversationDialog, SettingsDialog, HelpSheet, SnoozeDialog]

const CustomerPane = lazy(async () => ({ default: (await import('./customer/customer-pane.tsx')).CustomerPane }))

const LIST_WIDTH = { initial: 360, min: 280, max: 560 }
const CUSTOMER_WIDTH = { initial: 300, min: 240, max: 480 }

export function App(props: AppProps) {
  return (
    <ErrorBoundary fallback={(error) => <BugScreen error={error} />}>
      <TooltipProvider>
        <Screen {...props} />
      </TooltipProvider>
    </ErrorBoundary>
  )
}

/** The ways in, or the workspace that is open. */
function Screen({ session, open, onConnect, onOpenDemo, onChoose, onForget }: AppProps) {
  const [isAdding, setAdding] = useState(false)
  const database = useView((view) => view.database)
  const entered = async (result: Promise<Result<Workspace>>) => {
    const workspace = await result
    if (workspace.ok) setAdding(false)
    return workspace
  }
  if (open === null || isAdding) {
    return (
      <Welcome
        workspaces={open === null ? session.workspaces : []}
        platform={session.platform}
        onConnect={(input) => entered(onConnect(input))}
        onOpenDemo={() => entered(onOpenDemo())}
        onChoose={(workspaceId) => void onChoose(workspaceId)}
        onCancel={open === null ? null : () => setAdding(false)}
      />
    )
  }
  // A few milliseconds, and nothing may ask a database that has not been looked at.
  if (database === 'opening') return null
  if (database !== 'open') return <HaltedScreen halt={database} />
  return (
    <WorkspaceProvider value={open}>
      <WorkspaceScreen
        key={open.workspace.databaseName}
        workspaces={session.workspaces}
        onConnect={onConnect}
        onChoose={(workspaceId) => void onChoose(workspaceId)}
        onForget={(workspaceId) => void onForget(workspaceId)}
        onAdd={() => setAdding(true)}
      />
    </WorkspaceProvider>
  )
}

type WorkspaceScreenProps = {
  readonly workspaces: readonly Workspace[]
  readonly onConnect: (input: ConnectInput) => Promise<Result<Workspace>>
  readonly onChoose: (workspaceId: string) => void
  readonly onAdd: () => void
  readonly onForget: (workspaceId: string) => void
}

/** Where the panes meet: the rail, and beside it the list with its thread, or the outbox. */
function WorkspaceScreen({ onConnect, ...switcher }: WorkspaceScreenProps) {
  const dialog = useView((view) => view.dialog)
  const bulk = useView((view) => view.bulk)
  const screen = useView((view) => view.screen)
  useEffect(() => void Promise.all(LATER.map((one) => one.preload())), [])
  return (
    <div className="flex h-full flex-col">
      <Notices />
      <ReconnectReview />
      <div className="flex min-h-0 flex-1">
        <Rail {...switcher} />
        <main className="relative flex min-w-0 flex-1 border-l border-line bg-surface">
          {screen === 'outbox' ? <OutboxPane /> : <InboxScreen />}
        </main>
      </div>
      {dialog === 'palette' && <Palette />}
      {dialog === 'help' && <HelpSheet />}
      {dialog === 'new-conversation' && <NewConversationDialog />}
      {dialog === 'settings' && <SettingsDialog />}
      {dialog === 'snooze' && bulk !== null && <SnoozeDialog bulk={bulk} />}
      <BulkDialogs />
      <ProgressLine />
      <PassingWord />
      {dialog === 'new-key' && <NewKeyDialog onConnect={onConnect} />}
    </div>
  )
}

function InboxScreen() {
  const selectedId = useView((view) => view.selectedId)
  const search = useView((view) => view.search)
  const run = useView((view) => view.run)
  const [width, setWidth] = useStoredNumber('list-width', LIST_WIDTH.initial)
  const isCustomerShown = useCustomerShown()
  const [customerWidth, setCustomerWidth] = useStoredNumber('customer-width', CUSTOMER_WIDTH.initial)
  return (
    <>
      {run === null && (
        <>
          <div className="flex max-w-[calc(100vw-600px)] min-w-64 shrink-0 flex-col bg-surface" style={{ width }}>
            <SearchField />
            <div className="flex min-h-0 flex-1">
              {search === null ? (
                <RowMenu>
                  <InboxPane />
                </RowMenu>
              ) : (
                <SearchPane text={search} />
              )}
            </div>
          </div>
          <ResizeHandle label="Width of the list" width={width} {...LIST_WIDTH} onResize={setWidth} />
        </>
      )}
      <div className="flex min-w-0 flex-1 flex-col">
        {run !== null && <RunBar run={run} />}
        {selectedId !== null ? (
          <ThreadPane conversationId={selectedId} />
        ) : run === null ? (
          <NothingSelected />
        ) : (
          <RunDone />
        )}
      </div>
      {isCustomerShown && selectedId !== null && (
        <>
          <ResizeHandle
            label="Width of the customer panel"
            width={customerWidth}
            sizes="after"
            {...CUSTOMER_WIDTH}
            onResize={setCustomerWidth}
          />
          <Suspense fallback={null}>
            <CustomerPane conversationId={selectedId} width={customerWidth} />
          </Suspense>
        </>
      )}
    </>
  )
}

/** Whether the customer's panel is open: as it was left, also after a restart. */
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
