import { useState, type SubmitEvent } from 'react'
import { idsBetween, NOTHING_LISTED } from '../catalogue/listing.ts'
import { findServerIds } from '../db/server-ids.ts'
import { MAX_KNOWN_CONVERSATIONS, type Workspace } from '../shared/bridge.ts'
import type { Result } from '../shared/failure.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog } from '../view/view.ts'
import { failureCause } from '../words/failure.ts'
import { useWorkspace } from '../workspace.tsx'
import type { ConnectInput } from './connect-input.ts'
import { KeyField } from './key-field.tsx'

/** The most recent conversations that are searched for server ids: some were started here and have none yet. */
const MAX_SEARCHED_ROWS = 50

type NewKeyDialogProps = {
  readonly onConnect: (input: ConnectInput) => Promise<Result<Workspace>>
}

/** Asks for a new key for the open workspace. The main process accepts it only for the same account. */
export function NewKeyDialog({ onConnect }: NewKeyDialogProps) {
  const { db, catalogue, workspace } = useWorkspace()
  const [apiKey, setApiKey] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isConnecting, setConnecting] = useState(false)

  const connect = async () => {
    if (apiKey.trim() === '') return setProblem(text('welcome.enterKey'))
    setProblem(null)
    setConnecting(true)
    const lastActive = idsBetween(catalogue.list('all', null) ?? NOTHING_LISTED, 0, MAX_SEARCHED_ROWS)
    const knownConversationIds = await findServerIds(db, lastActive, MAX_KNOWN_CONVERSATIONS)
    const result = await onConnect({
      apiKey: apiKey.trim(),
      baseUrl: workspace.baseUrl,
      workspaceId: workspace.id,
      ...(knownConversationIds.length > 0 && { knownConversationIds }),
    })
    setConnecting(false)
    if (result.ok) openDialog('none')
    else setProblem(failureCause(result.failure))
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isConnecting) void connect()
  }

  return (
    <Dialog
      open
      onOpenChange={() => openDialog('none')}
      title={text('welcome.newKey.title', { workspace: workspace.name })}
      description={text('welcome.newKey.text')}
      footer={
        <>
          <Button onClick={() => openDialog('none')}>{text('welcome.cancel')}</Button>
          <Button type="submit" form="new-key" variant="primary" aria-disabled={isConnecting || undefined}>
            {isConnecting ? text('welcome.newKey.checking') : text('welcome.newKey.use')}
          </Button>
        </>
      }
    >
      <form id="new-key" onSubmit={onSubmit} noValidate>
        <KeyField
          value={apiKey}
          onChange={(event) => setApiKey(event.target.value)}
          hint={text('welcome.newKey.checkedWith', { address: workspace.baseUrl })}
          error={problem !== null && <span role="alert">{problem}</span>}
        />
      </form>
    </Dialog>
  )
}
