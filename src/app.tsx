import { useEffect, useState } from 'react'
import { ExportLine } from './export-view/export-line.tsx'
import { BugScreen } from './frame/bug-screen.tsx'
import { AwaitedField } from './frame/awaited-field.tsx'
import { BulkDialogs } from './bulk/bulk-dialogs.tsx'
import { HaltedScreen } from './frame/halted-screen.tsx'
import { Notices } from './frame/notices.tsx'
import { OpeningScreen } from './frame/opening-screen.tsx'
import { Toast } from './frame/toast.tsx'
import { ProgressLine } from './frame/progress-line.tsx'
import { ProxyLogin, type ProxyLoginBridge } from './frame/proxy-login.tsx'
import { ReconnectReview } from './frame/reconnect-review.tsx'
import { InboxScreen } from './inbox-screen.tsx'
import { LinkHost } from './links/link-host.tsx'
import { restoreForms } from './new-conversation/form.ts'
import { OutboxPane } from './outbox-view/outbox-pane.tsx'
import { Rail } from './rail/rail.tsx'
import type { DeviceParts } from './device-backup/parts.ts'
import type { Gate, GateActions } from './sealing/gate.ts'
import { GateScreen } from './sealing/gate-screen.tsx'
import {
  BackUpDialog,
  ExportDialog,
  HelpSheet,
  LATER,
  NewConversationDialog,
  Palette,
  RestoreDialog,
  SavedSearchDialog,
  SettingsDialog,
  SnoozeDialog,
} from './later-dialogs.tsx'
import type { Session, Workspace } from './shared/bridge.ts'
import type { Result } from './shared/failure.ts'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { BrokenParts, GuardedPane } from './ui/guarded.tsx'
import { nextFrame } from './ui/next-frame.ts'
import { TooltipProvider } from './ui/tooltip.tsx'
import { openDialog, useView } from './view.ts'
import type { ConnectInput } from './welcome/connect-input.ts'
import { NewKeyDialog } from './welcome/new-key-dialog.tsx'
import { Welcome } from './welcome/welcome.tsx'
import {
  type LiveWorkspaceList,
  type OpenWorkspace,
  useWorkspace,
  WorkspaceProvider,
  type Workspaces,
  WorkspacesProvider,
} from './workspace.tsx'

export type AppProps = {
  readonly bridge: ProxyLoginBridge
  readonly session: Session
  /** Null on first run, after signing out, and while there is a gate. */
  readonly open: OpenWorkspace | null
  readonly live: LiveWorkspaceList
  /** What the user has to do, or to wait for, before a workspace opens. */
  readonly gate: Gate | null
  readonly gateActions: GateActions
  readonly onConnect: (input: ConnectInput) => Promise<Result<Workspace>>
  readonly onOpenDemo: () => Promise<Result<Workspace>>
  readonly onChoose: (workspaceId: string) => Promise<unknown>
  readonly onRename: Workspaces['rename']
  readonly onForget: (workspaceId: string) => Promise<unknown>
  readonly onReload: () => Promise<unknown>
  readonly deviceParts: DeviceParts
  /** Reads everything anew after a restore. */
  readonly onRestored: () => void
}

export function App(props: AppProps) {
  return (
    <ErrorBoundary fallback={(error) => <BugScreen error={error} />}>
      <TooltipProvider>
        <div className="flex h-full flex-col">
          <ProxyLogin bridge={props.bridge} />
          <div className="relative min-h-0 flex-1">
            <Screen {...props} />
          </div>
        </div>
      </TooltipProvider>
    </ErrorBoundary>
  )
}

/** The welcome screen, the gate before a workspace, or the open workspace. */
function Screen(props: AppProps) {
  const { session, open, live, gate, gateActions, onConnect, onOpenDemo, onChoose, onRename, onForget, onReload } =
    props
  const [isAdding, setAdding] = useState(false)
  const [isRestoring, setRestoring] = useState(false)
  const database = useView((view) => view.database)
  const enter = async (result: Promise<Result<Workspace>>) => {
    const workspace = await result
    if (workspace.ok) setAdding(false)
    return workspace
  }
  if (gate !== null && (gate.kind === 'locked' || !isAdding)) {
    return (
      <GateScreen
        gate={gate}
        actions={gateActions}
        platform={session.platform}
        known={session.workspaces}
        waiting={<OpeningScreen key="keychain" waitsFor="keychain" />}
        onChoose={(workspaceId) => void onChoose(workspaceId)}
        onConnect={() => setAdding(true)}
      />
    )
  }
  if (open === null || isAdding) {
    return (
      <>
        <Welcome
          workspaces={open === null ? session.workspaces : []}
          platform={session.platform}
          onConnect={(input) => enter(onConnect(input))}
          onOpenDemo={() => enter(onOpenDemo())}
          onChoose={(workspaceId) => {
            setAdding(false)
            void onChoose(workspaceId)
          }}
          onRestore={() => setRestoring(true)}
          onCancel={open === null ? null : () => setAdding(false)}
        />
        {isRestoring && (
          <RestoreDialog parts={props.deviceParts} onClose={() => setRestoring(false)} onDone={props.onRestored} />
        )}
      </>
    )
  }
  // Nothing may query the database before it is checked.
  if (database === 'opening') return <OpeningScreen key="database" waitsFor="database" />
  if (database !== 'open') {
    const others = session.workspaces.filter(({ id }) => id !== open.workspace.id)
    const leave = (workspaceId: string): void => void onChoose(workspaceId)
    return <HaltedScreen halt={database} others={others} onChoose={leave} onReload={() => void onReload()} />
  }
  return (
    <WorkspaceProvider value={open}>
      <BrokenParts value={(broken) => void open.bridge.reportBrokenPart(broken)}>
        <WorkspaceScreen
          key={open.workspace.databaseName}
          onConnect={onConnect}
          deviceParts={props.deviceParts}
          onRestored={props.onRestored}
          workspaces={{
            known: session.workspaces,
            live,
            choose: (workspaceId) => void onChoose(workspaceId),
            add: () => setAdding(true),
            rename: onRename,
            forget: (workspaceId) => void onForget(workspaceId),
          }}
        />
      </BrokenParts>
    </WorkspaceProvider>
  )
}

type WorkspaceScreenProps = {
  readonly workspaces: Workspaces
  readonly onConnect: (input: ConnectInput) => Promise<Result<Workspace>>
} & Pick<AppProps, 'deviceParts' | 'onRestored'>

/** The layout of all panes: the rail, and beside it the list with its thread, or the outbox. */
function WorkspaceScreen({ onConnect, workspaces, deviceParts, onRestored }: WorkspaceScreenProps) {
  const dialog = useView((view) => view.dialog)
  const bulk = useView((view) => view.bulk)
  const screen = useView((view) => view.screen)
  const toExport = useView((view) => view.toExport)
  // Wait for the list to be on screen: an effect may run before that.
  useEffect(() => void nextFrame().then(() => Promise.all(LATER.map((dialog) => dialog.preload()))), [])
  const { db } = useWorkspace()
  // A database that fails here shows it elsewhere.
  useEffect(() => void Promise.allSettled([restoreForms(db)]), [db])
  return (
    <WorkspacesProvider value={workspaces}>
      <div className="flex h-full flex-col">
        <Notices />
        <ReconnectReview />
        <div className="flex min-h-0 flex-1">
          <GuardedPane part="rail" of={screen}>
            <Rail />
          </GuardedPane>
          <main tabIndex={-1} className="relative flex min-w-0 flex-1 border-l border-line bg-surface outline-none">
            {screen === 'outbox' ? (
              <GuardedPane part="outbox pane" of={screen}>
                <OutboxPane />
              </GuardedPane>
            ) : (
              <InboxScreen />
            )}
          </main>
        </div>
        {dialog === 'palette' && <Palette />}
        {dialog === 'help' && <HelpSheet />}
        {dialog === 'new-conversation' && <NewConversationDialog />}
        {dialog === 'settings' && <SettingsDialog />}
        {dialog === 'snooze' && bulk !== null && <SnoozeDialog bulk={bulk} />}
        {dialog === 'save-search' && <SavedSearchDialog />}
        {dialog === 'export' && toExport !== null && <ExportDialog toExport={toExport} />}
        <LinkHost />
        {dialog === 'back-up' && (
          <BackUpDialog parts={deviceParts} workspaces={workspaces.known} onClose={() => openDialog('none')} />
        )}
        {dialog === 'restore' && (
          <RestoreDialog parts={deviceParts} onClose={() => openDialog('none')} onDone={onRestored} />
        )}
        <BulkDialogs />
        <ProgressLine />
        <ExportLine />
        <Toast />
        <AwaitedField />
        {dialog === 'new-key' && <NewKeyDialog onConnect={onConnect} />}
      </div>
    </WorkspacesProvider>
  )
}
