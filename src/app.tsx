import { DirectionProvider } from 'radix-ui/direction'
import { useState } from 'react'
import { useWaitingLink, type WaitingLinkBridge } from './links/use-waiting-link.ts'
import { BugScreen } from './frame/bug-screen.tsx'
import { HaltedScreen } from './frame/halted-screen.tsx'
import { OpeningScreen } from './frame/opening-screen.tsx'
import { ProxyLogin, type ProxyLoginBridge } from './frame/proxy-login.tsx'
import type { DeviceParts } from './device-backup/parts.ts'
import type { Gate, GateActions } from './sealing/gate.ts'
import { treeKey } from './list-scope.tsx'
import { GateScreen } from './sealing/gate-screen.tsx'
import { RestoreDialog } from './later-dialogs.tsx'
import { WorkspaceScreen } from './workspace-screen.tsx'
import type { Session, Workspace } from './shared/bridge.ts'
import type { Result } from './shared/failure.ts'
import { currentLanguage, directionOf } from './shared/language.ts'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { BrokenParts } from './ui/guarded.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'
import { useView } from './view/view.ts'
import type { ConnectInput } from './welcome/connect-input.ts'
import { Welcome } from './welcome/welcome.tsx'
import { type LiveWorkspaceList, type OpenWorkspace, WorkspaceProvider, type Workspaces } from './workspace.tsx'

export type AppProps = {
  readonly bridge: ProxyLoginBridge & WaitingLinkBridge
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
  readonly onShowAll: () => void
  readonly onRename: Workspaces['rename']
  readonly onRecolour: Workspaces['recolour']
  readonly onForget: (workspaceId: string) => Promise<unknown>
  readonly onReload: () => Promise<unknown>
  readonly deviceParts: DeviceParts
  /** Reads everything anew after a restore. */
  readonly onRestored: () => void
}

export function App(props: AppProps) {
  return (
    <ErrorBoundary fallback={(error) => <BugScreen error={error} />}>
      <DirectionProvider dir={directionOf(currentLanguage())}>
        <TooltipProvider>
          <div className="flex h-full flex-col">
            <ProxyLogin bridge={props.bridge} />
            <div className="relative min-h-0 flex-1">
              <Screen {...props} />
            </div>
          </div>
        </TooltipProvider>
      </DirectionProvider>
    </ErrorBoundary>
  )
}

/** The welcome screen, the gate before a workspace, or the open workspace. */
function Screen(props: AppProps) {
  const { session, live, gate, gateActions, onConnect, onOpenDemo, onChoose, onRename, onForget, onReload } = props
  // The selected row decides, at once, which workspace the thread belongs to.
  const acting = useView((view) => view.acting)
  const open = (acting === null ? null : live.find(acting)) ?? props.open
  const [isAdding, setAdding] = useState(false)
  const [isRestoring, setRestoring] = useState(false)
  const database = useView((view) => view.database)
  const isLinkWaiting = useWaitingLink(props.bridge, open === null)
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
          isLinkWaiting={open === null && isLinkWaiting}
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
          key={treeKey(acting, open.workspace.databaseName)}
          onConnect={onConnect}
          deviceParts={props.deviceParts}
          onRestored={props.onRestored}
          workspaces={{
            known: session.workspaces,
            live,
            choose: (workspaceId) => void onChoose(workspaceId),
            showAll: props.onShowAll,
            add: () => setAdding(true),
            rename: onRename,
            recolour: props.onRecolour,
            forget: (workspaceId) => void onForget(workspaceId),
          }}
        />
      </BrokenParts>
    </WorkspaceProvider>
  )
}
