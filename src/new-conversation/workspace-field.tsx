import { text } from '../strings/text.ts'
import { Choice } from '../ui/choice.tsx'
import { actFor, useView } from '../view.ts'
import { useLiveWorkspaces, useWorkspace } from '../workspace.tsx'

/** In All inboxes, the workspace in which the conversation is started. Nothing while one workspace is shown. */
export function WorkspaceField() {
  const { workspace } = useWorkspace()
  const isAll = useView((view) => view.acting !== null)
  const listed = useLiveWorkspaces()
  if (!isAll) return null
  const open = listed.filter((entry) => entry.state === 'open' && entry.workspace.kind === 'api')
  return (
    <div>
      <p id="workspace-label" className="mb-1 text-sm font-medium text-muted">
        {text('newConversation.workspace')}
      </p>
      <Choice
        labelledBy="workspace-label"
        value={workspace.id}
        options={open.map((entry) => ({ value: entry.workspace.id, label: entry.workspace.name }))}
        onChoose={actFor}
      />
    </div>
  )
}
