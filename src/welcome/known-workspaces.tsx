import { ArrowRight } from 'lucide-react'
import { useClosedLocalData } from '../acts/use-local-data.ts'
import type { Workspace } from '../shared/bridge.ts'
import { text } from '../strings/text.ts'
import { Avatar } from '../ui/avatar.tsx'
import { waitingWords } from './waiting-words.ts'

type KnownWorkspacesProps = {
  readonly workspaces: readonly Workspace[]
  readonly onChoose: (workspaceId: string) => void
}

export function KnownWorkspaces({ workspaces, onChoose }: KnownWorkspacesProps) {
  const isKeyMissing = workspaces.some(({ key }) => key === 'missing')
  return (
    <section aria-labelledby="known-title" className="flex flex-col gap-1">
      <h2 id="known-title" className="text-sm font-medium text-muted">
        {isKeyMissing ? text('welcome.found') : text('welcome.continue')}
      </h2>
      <ul className="-mx-2">
        {workspaces.map((workspace) => (
          <li key={workspace.id}>
            <KnownWorkspace workspace={workspace} onChoose={() => onChoose(workspace.id)} />
          </li>
        ))}
      </ul>
      {isKeyMissing && <p className="text-sm text-muted">{text('welcome.keyBelow')}</p>}
    </section>
  )
}

function KnownWorkspace({ workspace, onChoose }: { readonly workspace: Workspace; readonly onChoose: () => void }) {
  const { id, name, baseUrl, databaseName, key } = workspace
  const pending = waitingWords(useClosedLocalData(key === 'missing' ? databaseName : null))
  const address = baseUrl === '' ? text('welcome.addressUnknown') : hostOf(baseUrl)
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex min-h-9 w-full items-center gap-2 rounded-sm px-2 py-1 text-start hover:bg-hover"
    >
      <Avatar name={name} seed={id} size={24} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        {key === 'missing' && address !== name && <span className="block truncate text-sm text-muted">{address}</span>}
        {pending !== null && <span className="block text-sm text-muted">{pending}</span>}
      </span>
      <ArrowRight size={14} aria-hidden="true" className="text-faint rtl:-scale-x-100" />
    </button>
  )
}

function hostOf(baseUrl: string): string {
  try {
    return new URL(baseUrl).host
  } catch {
    return baseUrl
  }
}
