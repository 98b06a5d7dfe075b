import { useRef, useState, type KeyboardEvent } from 'react'
import type { Channel } from '../shared/model.ts'
import { outgoingProblem } from '../shared/text/outgoing-text.ts'
import { placeholdersIn } from '../snippets/placeholders.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { openDialog, useView } from '../view/view.ts'
import { useIsOffline } from '../words/use-is-offline.ts'
import { useWorkspace } from '../workspace.tsx'
import { ChannelChoice } from './channel-choice.tsx'
import { contactKindOf } from './contact-check.ts'
import { ExistingConversation } from './existing-conversation.tsx'
import { FirstMessage } from './first-message.tsx'
import { chosenName, type Form, formKey, keepForm, readForm } from './form.ts'
import { checkForm, firstMessageOf } from './start.ts'
import { parseTo } from './to-address.ts'
import { ToField } from './to-field.tsx'
import { usePeople } from './use-people.ts'
import { useOpenConversation } from './use-open-conversation.ts'
import { startChannel } from './known-people.ts'
import { WorkspaceField } from './workspace-field.tsx'
import { useStart } from './use-start.ts'

/** Starts a conversation. Mounted while open; the form outlives it (see form.ts). In All inboxes it asks in which workspace. */
export function NewConversationDialog() {
  const { workspace } = useWorkspace()
  // Each workspace has a form of its own, so that text for one customer never reaches another account.
  return <StartDialog key={workspace.id} />
}

function StartDialog() {
  const { workspace } = useWorkspace()
  const [recipient] = useState(() => useView.getState().recipient)
  const key = formKey(workspace.id, recipient)
  const [form, setForm] = useState(() => readForm(key, recipient))
  const [hasTriedToStart, setTriedToStart] = useState(false)
  const contact = useRef<HTMLInputElement>(null)
  const { hasFailed, isBusy, start, openExisting } = useStart(recipient)
  const { people, exact } = usePeople(form.to, parseTo(form.to).address)
  const checked = checkForm(form, navigator.language, exact === null ? null : startChannel(exact))
  const { channel, check, kind } = checked
  const existing = useOpenConversation(check.ok ? { channel, [contactKindOf(channel)]: check.value } : null)
  const content = firstMessageOf(form, channel)
  const problem = outgoingProblem(content)
  const hasPlaceholder = placeholdersIn(content).length > 0

  const isFromLink = recipient?.isFromLink === true
  const startButton = useRef<HTMLButtonElement>(null)
  const change = (part: Partial<Form>): void => setForm(keepForm(key, { ...form, ...part }))
  const chooseChannel = (chosen: Channel): void => change({ channel: chosen, channelFor: '' })
  const close = (): void => openDialog('none')
  /** The dialog of a link may open under keys that were meant for a reply. So there they only lead to the button. */
  const tryStartByKeys = (): void => {
    if (isFromLink && document.activeElement !== startButton.current) startButton.current?.focus()
    else tryStart()
  }
  const tryStart = (): void => {
    setTriedToStart(true)
    if (!check.ok) contact.current?.focus()
    else if (!hasPlaceholder && problem !== 'too-long' && !isBusy) {
      start(form, { channel, address: check.value, name: chosenName(form).trim() || checked.name, content })
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={text('newConversation.title')}
      footer={
        <>
          <Note hasFailed={hasFailed} hasPlaceholder={hasTriedToStart && hasPlaceholder} />
          <Button onClick={close}>{text('newConversation.cancel')}</Button>
          <Button
            ref={startButton}
            variant="primary"
            shortcut="mod+Enter"
            aria-disabled={isBusy || problem === 'too-long'}
            onClick={tryStart}
          >
            {problem === 'nothing-to-see' ? text('newConversation.start') : text('newConversation.startAndSend')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4" onKeyDown={onModEnter(tryStartByKeys)}>
        {isFromLink && (
          <p className="rounded-sm bg-warning-soft px-3 py-2 text-base text-warning">
            {text('newConversation.fromLink')}
          </p>
        )}
        <WorkspaceField />
        <ToField
          ref={contact}
          takesFocus={recipient === null}
          form={form}
          checked={checked}
          known={people}
          hasTriedToStart={hasTriedToStart}
          onChange={change}
        >
          <ChannelChoice channel={channel} kind={kind} onChoose={chooseChannel} />
        </ToField>
        {existing !== null && (
          <ExistingConversation conversation={existing} onOpen={() => openExisting(form, content, existing.id)} />
        )}
        <TextField
          label={text('newConversation.name')}
          dir="auto"
          autoComplete="off"
          maxLength={200}
          value={chosenName(form)}
          onChange={(event) => change({ name: event.target.value, nameFor: '' })}
        />
        <FirstMessage channel={channel} message={form.message} onChange={(message) => change({ message })} />
      </div>
    </Dialog>
  )
}

/** Only with Ctrl or ⌘: a plain Enter in a field is easily pressed by accident and could send a message. */
function onModEnter(run: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    if (event.nativeEvent.isComposing || event.repeat) return
    event.preventDefault()
    run()
  }
}

function Note({ hasFailed, hasPlaceholder }: { readonly hasFailed: boolean; readonly hasPlaceholder: boolean }) {
  const isOffline = useIsOffline()
  if (hasPlaceholder) {
    return (
      <p role="alert" className="min-w-0 flex-1 text-sm text-danger">
        {text('newConversation.hasPlaceholder')}
      </p>
    )
  }
  if (hasFailed) {
    return (
      <p role="alert" className="min-w-0 flex-1 text-sm text-danger">
        {text('newConversation.failed')}
      </p>
    )
  }
  return isOffline ? <p className="min-w-0 flex-1 text-sm text-warning">{text('newConversation.offline')}</p> : null
}
