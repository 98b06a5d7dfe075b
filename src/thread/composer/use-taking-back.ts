import { useEffect } from 'react'
import { editOp } from '../../outbox/intents.ts'
import { endTakingBack, showToast, updateFieldRequest, useView } from '../../view.ts'
import { useWorkspace } from '../../workspace.tsx'
import type { Draft } from './use-draft.ts'

/** Whoever asks for a message back, its own composer takes it out of the outbox: words being typed there are not written over. */
export function useTakingBack(conversationId: string, draft: Draft): void {
  const { db } = useWorkspace()
  const wanted = useView((view) => view.takingBack)
  useEffect(() => {
    // Asked anew: an effect may run twice, and a message is taken back once.
    if (wanted?.conversationId !== conversationId || useView.getState().takingBack !== wanted) return
    endTakingBack()
    // Text that is typed meanwhile is added after the message's text.
    const enter = (): void => updateFieldRequest(conversationId, { field: 'reply' })
    void draft
      .reread(async () => {
        if (!(await editOp(db, { opId: wanted.opId })))
          showToast('Too late to undo: the message is already on its way.')
      })
      .finally(enter)
  }, [db, conversationId, draft, wanted])
}
