import { opened, useView } from './view.ts'
import type { FieldRequest, TakingBack } from './view-state.ts'

/** Requests for text fields that are not drawn yet, and messages that move from the outbox back into a composer. */

/** Opens a conversation and focuses one of its fields once it is drawn. `text` was typed for it already. */
export function askForField(conversationId: string, field: FieldRequest['field'], text = ''): void {
  const fieldRequest = { conversationId, field, text, missing: null }
  useView.setState((view) => ({
    ...opened(view),
    ...(view.selectedId !== conversationId && { selectedId: conversationId, sought: null, takingBack: null }),
    fieldRequest,
  }))
}

/** A command asked for a field that doesn't exist: text typed for it must not run commands. `missing` is the reason to show. */
export function refuseField(missing: string): void {
  useView.setState({ fieldRequest: { conversationId: null, field: 'undecided', text: '', missing } })
}

/** Changes the field request of this conversation, if it is still the current one. */
export function updateFieldRequest(conversationId: string, change: Partial<FieldRequest>): void {
  useView.setState(({ fieldRequest }) =>
    fieldRequest?.conversationId === conversationId ? { fieldRequest: { ...fieldRequest, ...change } } : {},
  )
}

/** Opens the message's conversation. Its composer then removes the message from the outbox and shows its text. */
export function takeBackMessage({ opId, conversationId }: TakingBack): void {
  useView.setState((view) => ({
    ...opened(view),
    selectedId: conversationId,
    takingBack: { opId, conversationId },
    fieldRequest: { conversationId, field: 'undecided', text: '', missing: null },
  }))
}

export function endTakingBack(): void {
  useView.setState({ takingBack: null })
}
