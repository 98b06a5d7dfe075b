import { WorkspaceMark } from '../ui/workspace-mark.tsx'
import { hueOf } from '../words/workspace-hue.ts'
import { useLiveWorkspaces } from '../workspace.tsx'

/** A workspace's mark and name. */
export function WorkspaceLabel({ id, name }: { readonly id: string; readonly name: string }) {
  const colour = useLiveWorkspaces().find(({ workspace }) => workspace.id === id)?.colour ?? 0
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <WorkspaceMark name={name} hue={hueOf(colour)} size={14} />
      <bdi className="truncate">{name}</bdi>
    </span>
  )
}
