import { useState } from 'react'
import { addToQueue } from '../../commands/serial.ts'
import { moveOn } from '../../commands/advance.ts'
import { showResult } from '../../commands/bulk.ts'
import { rowKey } from '../../catalogue/row-key.ts'
import { onLate } from '../../db/commit.ts'
import { type FinishStep, sendAndFinish, sendMessage } from '../../outbox/send.ts'
import { noteReply } from '../../seen/follow.ts'
import { readReadTiming } from '../../seen/settings.ts'
import { outgoingProblem } from '../../shared/text/outgoing-text.ts'
import { placeholdersIn } from '../../snippets/placeholders.ts'
import { text } from '../../strings/text.ts'
import { useView } from '../../view/view.ts'
import { watchWorkspace } from '../../view/workspace-view.ts'
import { showToast } from '../../view/toasts.ts'
import { useWorkspace } from '../../workspace.tsx'
import type { Draft } from './use-draft.ts'

type Send = {
  /** `then`: the status that the conversation gets with the message. */
  readonly send: (then?: 'resolved' | 'closed') => Promise<void>
  /** The last message could not be stored. Its text is still in the composer. */
  readonly hasFailed: boolean
  /** The user tried to send a text with an open placeholder. */
  readonly hasOpenPlaceholder: boolean
}

/**
 * Sends the text of the composer, which is cleared only after the message is stored. As with every command, the selection
 * moves on at once: the keys that follow are for the next conversation, however long the database takes.
 */
export function useSend(conversationId: string, draft: Draft, onOpenPlaceholder: () => void): Send {
  const { db } = useWorkspace()
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  // The refused text, so that the error disappears when the text changes.
  const [refusedText, setRefusedText] = useState<string | null>(null)
  const send = async (then?: 'resolved' | 'closed'): Promise<void> => {
    if (isBusy || outgoingProblem(draft.text) !== null) return
    if (placeholdersIn(draft.text).length > 0) {
      setRefusedText(draft.text)
      return onOpenPlaceholder()
    }
    setBusy(true)
    const sent: { text: string; step: FinishStep | null } = { text: '', step: null }
    const isShown = watchWorkspace()
    const running = draft.spend(async (content, caret) => {
      sent.text = content
      const reply = { conversationId, content, caret }
      if (then === undefined) return sendMessage(db, reply)
      const finished = await sendAndFinish(db, reply, then)
      sent.step = finished.step
      return finished.problem
    })
    // Queued, so that an undo right after this one takes back this message.
    addToQueue(db, running)
    if (then !== undefined) {
      const key = rowKey(useView.getState().acting, conversationId)
      moveOn(key, { status: then }, new Set([key]))
    }
    try {
      const problem = await running
      setFailed(false)
      if (sent.step !== null) showFinish(sent.step, isShown())
      if (problem === null) void noteReply(db, { conversationId, content: sent.text }, readReadTiming(localStorage))
    } catch (error) {
      setFailed(true)
      onLate(error, () => setFailed(false))
      // Another conversation is on screen, so this composer cannot show the error.
      if (useView.getState().selectedId !== conversationId)
        showToast(text('thread.composer.messageNotSavedElsewhere'), { tone: 'problem' })
    }
    setBusy(false)
  }
  return { send, hasFailed, hasOpenPlaceholder: refusedText === draft.text }
}

/** `isShown`: the workspace is still on screen. Undo in another one would find nothing. */
function showFinish({ name, status, ...undo }: FinishStep, isShown: boolean): void {
  const outcome = { changed: 1, problems: [], example: { name, value: status }, undo: isShown ? undo : null }
  showResult(outcome, 1, { field: 'status', valueFor: status })
}
