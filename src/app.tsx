import { useState } from 'react'
import { BugScreen } from './bug-screen.tsx'
import type { Session, Workspace } from './shared/bridge.ts'
import type { Result } from './shared/failure.ts'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'
import type { ConnectInput } from './welcome/connect-input.ts'
import { Welcome } from './welcome/welcome.tsx'
import { WorkspaceScreen } from './workspace-screen.tsx'
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

export function App(props: AppProps) {
  const { session, open } = props
  const [isAdding, setAdding] = useState(false)
  const entered = async (result: Promise<Result<Workspace>>) => {
    const workspace = await result
    if (workspace.ok) setAdding(false)
    return workspace
  }
  return (
    <ErrorBoundary fallback={(error) => <BugScreen error={error} />}>
      <TooltipProvider>
        {open === null || isAdding ? (
          <Welcome
            workspaces={open === null ? session.workspaces : []}
            platform={session.platform}
            onConnect={(input) => entered(props.onConnect(input))}
            onOpenDemo={() => entered(props.onOpenDemo())}
            onChoose={(workspaceId) => void props.onChoose(workspaceId)}
            onCancel={open === null ? null : () => setAdding(false)}
          />
        ) : (
          <WorkspaceProvider value={open}>
            <WorkspaceScreen
              key={open.workspace.databaseName}
              workspaces={session.workspaces}
              onConnect={props.onConnect}
              onChoose={(workspaceId) => void props.onChoose(workspaceId)}
              onForget={(workspaceId) => void props.onForget(workspaceId)}
              onAdd={() => setAdding(true)}
            />
          </WorkspaceProvider>
        )}
      </TooltipProvider>
    </ErrorBoundary>
  )
}
