import { useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog, select } from '../view.ts'
import { useIsOffline } from '../words/use-is-offline.ts'
import { useWorkspace } from '../workspace.tsx'
import { ChannelChoice } from './channel-choice.tsx'
import { contactKindOf } from './contact-check.ts'
import { ContactField } from './contact-field.tsx'
import { ExistingConversation } from './existing-conversation.tsx'
import { FirstMessage } from './first-message.tsx'
import { focusComposer } from './focus-composer.ts'
import { changeForm, clearForm, useForm } from './form.ts'
import { addToDraft, checkForm, firstMessageOf, startFrom } from './start.ts'
import { TextField } from '../ui/text-field.tsx'
import { useOpenConversation } from './use-open-conversation.ts'

/** Begins a conversation. Mounted while it is open; what is typed outlives it. */
export function NewConversationDialog() {
  const { db, workspace } = useWorkspace()
  const form = useForm(workspace.id)
  const change = (part: Parameters<typeof changeForm>[1]): void => changeForm(workspace.id, part)
  const [isTried, setTried] = useState(false)
  const [isStarting, setStarting] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const contact = useRef<HTMLInputElement>(null)
  const check = checkForm(form, navigator.language)
  const kind = contactKindOf(form.channel)
  const existing = useOpenConversation(check.ok ? { channel: form.channel, [kind]: check.value } : null)

  const goTo = (conversationId: string): void => {
    clearForm()
    openDialog('none')
    select(conversationId)
    focusComposer(conversationId)
  }
  /** Runs what stores the words; until it has come true, the form keeps them. */
  const finish = async (store: () => Promise<string>): Promise<void> => {
    setStarting(true)
    try {
      goTo(await store())
    } catch {
      setFailed(true)
      setStarting(false)
    }
  }
  const start = (): void => {
    setTried(true)
    if (!check.ok) contact.current?.focus()
    else if (!isStarting) void finish(() => startFrom(db, form, check.value))
  }
  const openExisting = (conversationId: string): void => {
    // Its composer, should it be on screen, would not know of the words: it is opened afresh.
    select(null)
    void finish(async () => {
      await addToDraft(db, conversationId, firstMessageOf(form))
      return conversationId
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing || event.repeat) return
    event.preventDefault()
    start()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && openDialog('none')}
      title="New conversation"
      footer={
        <>
          <Note hasFailed={hasFailed} />
          <Button onClick={() => openDialog('none')}>Cancel</Button>
          <Button variant="primary" shortcut="mod+Enter" aria-disabled={isStarting} onClick={start}>
            {firstMessageOf(form).trim() === '' ? 'Start conversation' : 'Start and send'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4" onKeyDown={onKeyDown}>
        <ChannelChoice channel={form.channel} onChoose={(channel) => change({ channel })} />
        <ContactField ref={contact} form={form} check={check} isTried={isTried} onChange={change} />
        {existing !== null && <ExistingConversation conversation={existing} onOpen={() => openExisting(existing.id)} />}
        <TextField
          label="Name (optional)"
          dir="auto"
          autoComplete="off"
          maxLength={200}
          value={form.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <FirstMessage channel={form.channel} message={form.message} onChange={(message) => change({ message })} />
      </div>
    </Dialog>
  )
}

function Note({ hasFailed }: { readonly hasFailed: boolean }) {
  const isOffline = useIsOffline()
  if (hasFailed) {
    return (
      <p role="alert" className="min-w-0 flex-1 text-sm text-danger">
        This device could not store it. Nothing is lost: free some space and try again.
      </p>
    )
  }
  return isOffline ? <p className="min-w-0 flex-1 text-sm text-warning">Offline: it’s queued and goes out by itself</p> : null
}
