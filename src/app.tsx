import { lazy, Suspense, useEffect, useState } from 'react'
import { BugScreen } from './frame/bug-screen.tsx'
import { BulkDialogs } from './bulk/bulk-dialogs.tsx'
import { HaltedScreen } from './frame/halted-screen.tsx'
import { Notices } from './frame/notices.tsx'
import { PassingWord } from './frame/passing-word.tsx'
import { ProgressLine } from './frame/progress-line.tsx'
import { ReconnectReview } from './frame/reconnect-review.tsx'
import { InboxScreen } from './inbox-screen.tsx'
import { OutboxPane } from './outbox-view/outbox-pane.tsx'
import { Rail } from './rail/rail.tsx'
import type { Session, Workspace } from './shared/bridge.ts'
import type { Result } from './shared/failure.ts'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'
import { useView } from './view.ts'
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
const loadNewConversation = () => import('./new-conversation/new-conversation-dialog.tsx')
const NewConversationDialog = lazy(async () => ({ default: (await loadNewConversation()).NewConversationDialog }))
const loadSettings = () => import('./settings/settings-dialog.tsx')
const loadPalette = () => import('./palette/palette.tsx')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const loadHelp = () => import('./help/help-sheet.tsx')
const HelpSheet = lazy(async () => ({ default: (await loadHelp()).HelpSheet }))
const loadSnooze = () => import('./snooze/snooze-dialog.tsx')
const SnoozeDialog = lazy(async () => ({ default: (await loadSnooze()).SnoozeDialog }))
const SettingsDialog = lazy(async () => ({ default: (await loadSettings()).SettingsDialog }))

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
  useEffect(
    () => void Promise.all([loadNewConversation(), loadSettings(), loadPalette(), loadHelp(), loadSnooze()]),
    [],
  )
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
      {dialog === 'palette' && (
        <Suspense fallback={null}>
          <Palette />
        </Suspense>
      )}
      {dialog === 'help' && (
        <Suspense fallback={null}>
          <HelpSheet />
        </Suspense>
      )}
      {dialog === 'new-conversation' && (
        <Suspense fallback={null}>
          <NewConversationDialog />
        </Suspense>
      )}
      {dialog === 'settings' && (
        <Suspense fallback={null}>
          <SettingsDialog />
        </Suspense>
      )}
      {dialog === 'snooze' && bulk !== null && (
        <Suspense fallback={null}>
          <SnoozeDialog bulk={bulk} />
        </Suspense>
      )}
      <BulkDialogs />
      <ProgressLine />
      <PassingWord />
      {dialog === 'new-key' && <NewKeyDialog onConnect={onConnect} />}
    </div>
  )
}
