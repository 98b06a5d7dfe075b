import { ArrowRight } from 'lucide-react'
import type { Workspace } from '../shared/bridge.ts'
import { Avatar } from '../ui/avatar.tsx'

type KnownWorkspacesProps = {
  readonly workspaces: readonly Workspace[]
  readonly onChoose: (workspaceId: string) => void
}

export function KnownWorkspaces({ workspaces, onChoose }: KnownWorkspacesProps) {
  return (
    <section aria-labelledby="known-title" className="flex flex-col gap-1">
      <h2 id="known-title" className="text-sm font-medium text-muted">
        Go on with
      </h2>
      <ul className="-mx-2">
        {workspaces.map((workspace) => (
          <li key={workspace.id}>
            <button
              type="button"
              onClick={() => onChoose(workspace.id)}
              className="flex h-9 w-full items-center gap-2 rounded-sm px-2 text-left hover:bg-hover"
            >
              <Avatar name={workspace.name} seed={workspace.id} size={24} />
              <span className="min-w-0 flex-1 truncate font-medium">{workspace.name}</span>
              <ArrowRight size={14} aria-hidden="true" className="text-faint" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
