import { useEffect } from 'react'
import { editOp } from '../../outbox/intents.ts'
import { text } from '../../strings/text.ts'
import { useView } from '../../view/view.ts'
import { showToast } from '../../view/toasts.ts'
import { endTakingBack, updateFieldRequest } from '../../view/view-field.ts'
import { useWorkspace } from '../../workspace.tsx'
import type { Draft } from './use-draft.ts'

/** Takes a message back from the outbox when requested. The composer does this itself, so that text being typed is not overwritten. */
export function useTakingBack(conversationId: string, draft: Draft): void {
  const { db } = useWorkspace()
  const wanted = useView((view) => view.takingBack)
  useEffect(() => {
    // Read again, because an effect may run twice, and the message must be taken back once.
    if (wanted?.conversationId !== conversationId || useView.getState().takingBack !== wanted) return
    endTakingBack()
    // Text that is typed meanwhile is added after the message's text.
    const enter = (): void => updateFieldRequest(conversationId, { field: 'reply' })
    void draft
      .reread(async () => {
        if (!(await editOp(db, { opId: wanted.opId }))) showToast(text('thread.composer.tooLateToUndo'))
      })
      .finally(enter)
  }, [db, conversationId, draft, wanted])
}
