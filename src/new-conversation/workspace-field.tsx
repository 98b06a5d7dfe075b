import { WorkspaceLabel, WorkspaceSign } from '../acts/workspace-label.tsx'
import { text } from '../strings/text.ts'
import { Choice } from '../ui/choice.tsx'
import { useView } from '../view/view.ts'
import { actFor } from '../view/workspace-view.ts'
import { useLiveWorkspaces, useWorkspace } from '../workspace.tsx'

/** The workspace in which the conversation is started. All inboxes lets the user choose. Nothing while there is only one. */
export function WorkspaceField() {
  const { workspace } = useWorkspace()
  const isAll = useView((view) => view.acting !== null)
  const listed = useLiveWorkspaces()
  if (!isAll && listed.length < 2) return null
  const open = listed.filter((entry) => entry.state === 'open' && entry.workspace.kind === 'api')
  return (
    <div>
      <p id="workspace-label" className="mb-1 text-sm font-medium text-muted">
        {text('newConversation.workspace')}
      </p>
      {isAll ? (
        <Choice
          labelledBy="workspace-label"
          value={workspace.id}
          options={open.map(({ workspace: { id, name } }) => ({
            value: id,
            label: name,
            icon: <WorkspaceSign id={id} name={name} />,
          }))}
          onChoose={actFor}
        />
      ) : (
        <p>
          <WorkspaceLabel id={workspace.id} name={workspace.name} />
        </p>
      )}
    </div>
  )
}
