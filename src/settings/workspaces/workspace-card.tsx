import { useLayoutEffect, useRef, useState } from 'react'
import { WorkspaceSign } from '../../acts/workspace-label.tsx'
import { useLocalData } from '../../acts/use-local-data.ts'
import type { Workspace } from '../../shared/bridge.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { openDialog } from '../../view/view.ts'
import { useWorkspace, useWorkspaces } from '../../workspace.tsx'
import { ColourField } from './colour-field.tsx'
import { WorkspaceNameForm } from './workspace-name-form.tsx'
import { holdingWords, keyWordsOf } from './workspace-words.ts'

type WorkspaceCardProps = { readonly workspace: Workspace; readonly onSignOut: () => void }

/** A workspace with its local data and the actions for it. */
export function WorkspaceCard({ workspace, onSignOut }: WorkspaceCardProps) {
  const { workspace: current } = useWorkspace()
  const { choose } = useWorkspaces()
  const [isNaming, setNaming] = useState(false)
  const rename = useRef<HTMLButtonElement>(null)
  const wasNaming = useRef(false)
  useLayoutEffect(() => {
    // The Rename button was hidden by the form. It gets the focus again, unless the user moved it elsewhere.
    if (wasNaming.current && document.activeElement === document.body) rename.current?.focus()
    wasNaming.current = isNaming
  }, [isNaming])
  const { id, name, kind, baseUrl } = workspace
  const isOpen = id === current.id
  const keyProblem = keyWordsOf(workspace)
  const localData = holdingWords(useLocalData(workspace))
  return (
    <li className="flex flex-col gap-2 rounded-md border border-line bg-surface p-3">
      <div className="flex min-w-0 items-start gap-3">
        <WorkspaceSign id={id} name={name} size={32} />
        <div className="min-w-0 flex-1">
          {isNaming ? (
            <WorkspaceNameForm workspace={workspace} onDone={() => setNaming(false)} />
          ) : (
            <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
              <span className="truncate font-semibold" title={name}>
                {name}
              </span>
              {isOpen && <Chip tone="accent">{text('settings.workspaces.openNow')}</Chip>}
              {kind === 'demo' ? (
                <Chip>{text('settings.workspaces.demo')}</Chip>
              ) : (
                workspace.isTest && <Chip tone="warning">{text('settings.workspaces.testKey')}</Chip>
              )}
            </p>
          )}
          <p className="mt-0.5 text-sm wrap-anywhere text-muted">
            {kind === 'demo' ? text('settings.workspaces.demoDescription') : baseUrl}
          </p>
          {localData !== null && <p className="text-sm text-muted">{localData}</p>}
          {keyProblem !== null && <p className="mt-1 text-sm text-warning">{keyProblem}</p>}
        </div>
      </div>
      <div className="pb-1 ps-11">
        <ColourField workspace={workspace} />
      </div>
      <div role="group" aria-label={name} className="flex flex-wrap gap-2 ps-11">
        {!isOpen && (
          <Button size="sm" onClick={() => choose(id)} aria-label={text('settings.workspaces.openNamed', { name })}>
            {text('settings.workspaces.open')}
          </Button>
        )}
        {kind === 'api' && !isNaming && (
          <Button
            ref={rename}
            size="sm"
            onClick={() => setNaming(true)}
            aria-label={text('settings.workspaces.renameNamed', { name })}
          >
            {text('settings.workspaces.rename')}
          </Button>
        )}
        {kind === 'api' && isOpen && (
          <Button
            size="sm"
            onClick={() => openDialog('new-key')}
            aria-label={text('settings.workspaces.newKeyNamed', { name })}
          >
            {text('settings.workspaces.newKey')}
          </Button>
        )}
        <Button size="sm" onClick={onSignOut} aria-label={text('settings.workspaces.signOutNamed', { name })}>
          {text('settings.workspaces.signOut')}
        </Button>
      </div>
    </li>
  )
}
