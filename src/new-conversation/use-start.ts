import { useState } from 'react'
import { onLate } from '../db/commit.ts'
import { findEdit } from '../shared/text/text-edit.ts'
import { askForField, openDialog, select } from '../view.ts'
import type { Recipient } from '../view-state.ts'
import { useWorkspace } from '../workspace.tsx'
import { clearForm, type Form, formKey, readForm } from './form.ts'
import { addToDraft, firstMessageOf, startFrom } from './start.ts'

type Start = {
  /** What was typed could not be stored; the form still has it. */
  readonly hasFailed: boolean
  readonly isBusy: boolean
  readonly start: (form: Form, address: string) => void
  /** Goes to a conversation that is there already and takes the words along. */
  readonly openExisting: (form: Form, conversationId: string) => void
}

/** Ends the dialog in a conversation, with the focus in its composer. */
export function useStart(recipient: Recipient | null): Start {
  const { db, workspace } = useWorkspace()
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)

  const key = formKey(workspace.id, recipient)
  const clear = (): void => clearForm(key, recipient)

  /** Runs what stores the words; until it has come true, the form keeps them. */
  const finish = async (form: Form, store: () => Promise<string>): Promise<void> => {
    setBusy(true)
    try {
      const conversationId = await store()
      // What was typed while it was being stored is the beginning of the next message.
      const { message } = readForm(key, recipient)
      const { inserted } = findEdit(form.message, message, message.length)
      clear()
      openDialog('none')
      askForField(conversationId, 'reply', inserted)
    } catch (error) {
      setFailed(true)
      setBusy(false)
      // Given up for lost and begun all the same: the form must not begin it twice.
      onLate(error, () => {
        clear()
        openDialog('none')
      })
    }
  }

  return {
    hasFailed,
    isBusy,
    start: (form, address) => void finish(form, () => startFrom(db, form, address)),
    openExisting(form, conversationId) {
      // Its composer, should it be on screen, would not know of the words: it is opened afresh.
      select(null)
      void finish(form, async () => {
        await addToDraft(db, conversationId, firstMessageOf(form))
        return conversationId
      })
    },
  }
}
