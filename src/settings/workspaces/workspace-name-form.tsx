import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import type { Workspace } from '../../shared/bridge.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { failureCause } from '../../words/failure.ts'
import { useWorkspaces } from '../../workspace.tsx'
import { useEscape } from '../use-escape.ts'

/** Longer names do not fit in the rail. */
const MAX_NAME_LENGTH = 60

/** Renames a workspace on this device; the server is not involved. */
export function WorkspaceNameForm({
  workspace,
  onDone,
}: {
  readonly workspace: Workspace
  readonly onDone: () => void
}) {
  const { rename } = useWorkspaces()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(workspace.name)
  const [problem, setProblem] = useState<string | null>(null)
  const [hasFocus, setHasFocus] = useState(false)
  useEffect(() => field.current?.select(), [])
  useEscape(hasFocus, onDone)
  const save = async (): Promise<void> => {
    const renamed = await rename(workspace.id, name)
    if (renamed.ok) onDone()
    else setProblem(failureCause(renamed.failure))
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void save()
  }
  return (
    <form
      onSubmit={onSubmit}
      onFocus={() => setHasFocus(true)}
      onBlur={() => setHasFocus(false)}
      noValidate
      className="mb-1 flex flex-wrap items-start gap-2"
    >
      <TextField
        ref={field}
        label={text('settings.workspaces.nameOf', { name: workspace.name })}
        hideLabel
        autoComplete="off"
        maxLength={MAX_NAME_LENGTH}
        value={name}
        error={problem !== null && <span role="alert">{problem}</span>}
        hint={text('settings.workspaces.nameHint')}
        className="min-w-40 flex-1"
        onChange={(event) => {
          setName(event.target.value)
          setProblem(null)
        }}
      />
      <Button type="submit">{text('settings.save')}</Button>
      <Button variant="ghost" onClick={onDone}>
        {text('settings.cancel')}
      </Button>
    </form>
  )
}
