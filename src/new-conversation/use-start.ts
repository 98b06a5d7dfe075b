import { useState } from 'react'
import { onLate } from '../db/commit.ts'
import { findEdit } from '../shared/text/text-edit.ts'
import { openDialog, select } from '../view/view.ts'
import { askForField } from '../view/view-field.ts'
import type { Recipient } from '../view/view-state.ts'
import { useWorkspace } from '../workspace.tsx'
import { clearForm, type Form, formKey, readForm } from './form.ts'
import { addToDraft, type Start as StartParts, startFrom } from './start.ts'

type Start = {
  /** The conversation could not be stored. The form still has the text. */
  readonly hasFailed: boolean
  readonly isBusy: boolean
  readonly start: (form: Form, start: StartParts) => void
  /** Opens an existing conversation and appends the message to its draft. */
  readonly openExisting: (form: Form, content: string, conversationId: string) => void
}

/** Starts or opens a conversation, closes the dialog and focuses the composer. */
export function useStart(recipient: Recipient | null): Start {
  const { db, workspace } = useWorkspace()
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)

  const key = formKey(workspace.id, recipient)
  const clear = (): void => clearForm(key, recipient)

  /** Stores the message. The form keeps its text until that succeeds. */
  const finish = async (form: Form, store: () => Promise<string>): Promise<void> => {
    setBusy(true)
    try {
      const conversationId = await store()
      // Text that was typed during the save becomes the start of the next message.
      const { message } = readForm(key, recipient)
      const { inserted } = findEdit(form.message, message, message.length)
      clear()
      openDialog('none')
      askForField(conversationId, 'reply', inserted)
    } catch (error) {
      setFailed(true)
      setBusy(false)
      // The save succeeded after its timeout, so the form is cleared to avoid starting the conversation twice.
      onLate(error, () => {
        clear()
        openDialog('none')
      })
    }
  }

  return {
    hasFailed,
    isBusy,
    start: (form, parts) => void finish(form, () => startFrom(db, parts)),
    openExisting(form, content, conversationId) {
      // Its composer may be on screen and would miss the new draft text, so the thread is opened again.
      select(null)
      void finish(form, async () => {
        await addToDraft(db, conversationId, content)
        return conversationId
      })
    },
  }
}
