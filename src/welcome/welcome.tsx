import type { Workspace } from '../shared/bridge.ts'
import type { Result } from '../shared/failure.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { ConnectForm } from './connect-form.tsx'
import type { ConnectInput } from './connect-input.ts'
import { DemoOffer } from './demo-offer.tsx'
import { KnownWorkspaces } from './known-workspaces.tsx'
import { Wordmark } from './wordmark.tsx'

type WelcomeProps = {
  /** The workspaces on this device; empty on first run. */
  readonly workspaces: readonly Workspace[]
  readonly platform: string
  /** A link to the app waits until a workspace is open. */
  readonly isLinkWaiting: boolean
  readonly onConnect: (input: ConnectInput) => Promise<Result<Workspace>>
  readonly onOpenDemo: () => Promise<Result<Workspace>>
  readonly onChoose: (workspaceId: string) => void
  readonly onRestore: () => void
  /** Null when no workspace is open. */
  readonly onCancel: (() => void) | null
}

/** The first screen: connect with a key, or open the demo workspace. */
export function Welcome({
  workspaces,
  platform,
  isLinkWaiting,
  onConnect,
  onOpenDemo,
  onChoose,
  onRestore,
  onCancel,
}: WelcomeProps) {
  return (
    <main className="flex h-full flex-col items-center overflow-y-auto bg-canvas p-6">
      <div className="my-auto flex w-full max-w-96 flex-col gap-6">
        <header className="flex flex-col gap-3 px-1">
          <Wordmark />
          <p className="text-base text-muted">{text('welcome.slogan')}</p>
        </header>
        <p role="status" className="px-1 text-base empty:hidden">
          {isLinkWaiting && text('welcome.linkWaits')}
        </p>
        <div className="flex flex-col gap-5 rounded-lg border border-line bg-surface p-6 shadow-low">
          {workspaces.length > 0 && <KnownWorkspaces workspaces={workspaces} onChoose={onChoose} />}
          <ConnectForm foundAddress={findAddress(workspaces)} platform={platform} onConnect={onConnect} />
          <OrDivider />
          <DemoOffer onOpenDemo={onOpenDemo} />
        </div>
        <Button variant="ghost" onClick={onRestore} className="self-center">
          {text('welcome.restore')}
        </Button>
        {onCancel !== null && (
          <Button variant="ghost" onClick={onCancel} className="self-center">
            {text('welcome.back')}
          </Button>
        )}
      </div>
    </main>
  )
}

/** The server address of the workspaces without a key; null when there are several addresses. */
function findAddress(workspaces: readonly Workspace[]): string | null {
  const missing = workspaces.filter(({ key, baseUrl }) => key === 'missing' && baseUrl !== '')
  const addresses = new Set(missing.map(({ baseUrl }) => baseUrl))
  const [address] = addresses
  return addresses.size === 1 && address !== undefined ? address : null
}

function OrDivider() {
  return (
    <div className="flex items-center gap-3 text-sm text-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {text('welcome.or')}
    </div>
  )
}
