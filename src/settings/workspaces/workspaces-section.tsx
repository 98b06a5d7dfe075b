import { Plus } from 'lucide-react'
import { useState } from 'react'
import { SignOutDialog } from '../../acts/sign-out-dialog.tsx'
import type { Workspace } from '../../shared/bridge.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { useWorkspaces } from '../../workspace.tsx'
import { WorkspaceCard } from './workspace-card.tsx'

/** The workspaces on this device. Each has one key, one server and one database. */
export function WorkspacesSection() {
  const { known, add } = useWorkspaces()
  const [leaving, setLeaving] = useState<Workspace | null>(null)
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-sm text-muted">{text('settings.workspaces.intro')}</p>
      <ul aria-label={text('settings.workspaces.title')} className="flex flex-col gap-2">
        {known.map((workspace) => (
          <WorkspaceCard key={workspace.id} workspace={workspace} onSignOut={() => setLeaving(workspace)} />
        ))}
      </ul>
      <div>
        <Button icon={<Plus size={14} aria-hidden="true" />} onClick={add}>
          {text('settings.workspaces.connect')}
        </Button>
      </div>
      {leaving !== null && <SignOutDialog workspace={leaving} onClose={() => setLeaving(null)} />}
    </div>
  )
}
