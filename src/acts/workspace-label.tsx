import { WorkspaceMark } from '../ui/workspace-mark.tsx'
import { hueOf } from '../words/workspace-hue.ts'
import { useWorkspaceColour } from '../workspace.tsx'

/** A workspace's mark and name. */
export function WorkspaceLabel({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <WorkspaceSign id={id} name={name} />
      <bdi className="truncate">{name}</bdi>
    </span>
  )
}

/** The mark alone, in the workspace's current colour. Show or say the name beside it. */
export function WorkspaceSign({
  id,
  name,
  size = 14,
}: {
  readonly id: string
  readonly name: string
  readonly size?: number
}) {
  return <WorkspaceMark name={name} hue={hueOf(useWorkspaceColour(id))} size={size} />
}
