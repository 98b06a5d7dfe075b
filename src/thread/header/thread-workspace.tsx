import { WorkspaceMark } from '../../ui/workspace-mark.tsx'
import { useView } from '../../view.ts'
import { hueOf } from '../../words/workspace-hue.ts'
import { useWorkspace, useWorkspaceColour } from '../../workspace.tsx'

/** In All inboxes, the workspace that replies are sent from: several may know the same customer. */
export function ThreadWorkspace() {
  const isAll = useView((view) => view.acting !== null)
  return isAll ? <Named /> : null
}

function Named() {
  const { workspace } = useWorkspace()
  const colour = useWorkspaceColour(workspace.id)
  return (
    <span title={workspace.name} className="mr-1 flex max-w-40 min-w-0 items-center gap-1.5 text-sm text-muted">
      <WorkspaceMark name={workspace.name} hue={hueOf(colour)} size={14} />
      <span className="truncate">{workspace.name}</span>
    </span>
  )
}
