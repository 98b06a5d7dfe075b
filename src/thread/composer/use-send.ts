import { useState } from 'react'
import { addToQueue } from '../../commands/serial.ts'
import { moveOn } from '../../commands/advance.ts'
import { onLate } from '../../db/commit.ts'
import { sendAndFinish, sendMessage } from '../../outbox/intents.ts'
import { noteReply } from '../../seen/follow.ts'
import { readReadTiming } from '../../seen/settings.ts'
import { outgoingProblem } from '../../shared/text/outgoing-text.ts'
import { placeholdersIn } from '../../snippets/holes.ts'
import { showToast, useView } from '../../view.ts'
import { useWorkspace } from '../../workspace.tsx'
import type { Draft } from './use-draft.ts'

type Send = {
  /** `then`: what becomes of the conversation with it. */
  readonly send: (then?: 'resolved' | 'closed') => Promise<void>
  /** The last message could not be stored; its words are still in the composer. */
  readonly hasFailed: boolean
  /** Sending was tried with a placeholder still open. */
  readonly isHeldUp: boolean
}

/**
 * Sends what is in the composer. It is cleared only once the message is safe on this device. The selection goes on at the press, as with every
 * command: the keys after it are about the next conversation, however long the database takes.
 */
export function useSend(conversationId: string, draft: Draft, onOpenPlaceholder: () => void): Send {
  const { db } = useWorkspace()
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  // By the words it was tried with: the complaint goes as soon as they change.
  const [heldUpWith, setHeldUpWith] = useState<string | null>(null)
  const send = async (then?: 'resolved' | 'closed'): Promise<void> => {
    if (isBusy || outgoingProblem(draft.text) !== null) return
    if (placeholdersIn(draft.text).length > 0) {
      setHeldUpWith(draft.text)
      return onOpenPlaceholder()
    }
    setBusy(true)
    let said = ''
    const running = draft.spend((content, caret) => {
      said = content
      const reply = { conversationId, content, caret }
      return then === undefined ? sendMessage(db, reply) : sendAndFinish(db, reply, then)
    })
    // An undo that is pressed at once is about this message.
    addToQueue(db, running)
    if (then !== undefined) moveOn(conversationId, { status: then })
    try {
      const problem = await running
      setFailed(false)
      if (problem === null) void noteReply(db, { conversationId, content: said }, readReadTiming(localStorage))
    } catch (error) {
      setFailed(true)
      onLate(error, () => setFailed(false))
      // Its composer is not on screen any more.
      if (useView.getState().selectedId !== conversationId) showToast(NOT_STORED)
    }
    setBusy(false)
  }
  return { send, hasFailed, isHeldUp: heldUpWith === draft.text }
}

const NOT_STORED = 'Not sent: couldn’t save the message on this device. Its text is still in the conversation.'
