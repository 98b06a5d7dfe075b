import type { Channel } from '../shared/model.ts'
import type { Recipient } from '../view-state.ts'

/** What was typed into the dialog. */
export type Form = {
  readonly channel: Channel
  readonly phone: string
  readonly email: string
  readonly name: string
  readonly message: string
}

const EMPTY: Form = { channel: 'sms', phone: '', email: '', name: '', message: '' }

/** By workspace and recipient: text meant for one customer must never turn up in a message to another. */
const kept = new Map<string, Form>()

/** Names the form for a recipient, null for one that the user says in the dialog. */
export function formKey(workspaceId: string, recipient: Recipient | null = null): string {
  return recipient === null ? workspaceId : JSON.stringify([workspaceId, recipient])
}

/** The form as it was left. It outlives the dialog: one slip on Esc must not cost a page of words. */
export function readForm(key: string, recipient: Recipient | null = null): Form {
  return kept.get(key) ?? { ...EMPTY, ...recipient }
}

/** Keeps the form until the window is gone, and gives it back. */
export function keepForm(key: string, form: Form): Form {
  kept.set(key, form)
  return form
}

/** After a start. Where the user says who it goes to, the next one is likely to be over the same channel. */
export function clearForm(key: string, recipient: Recipient | null = null): void {
  if (recipient !== null) kept.delete(key)
  else kept.set(key, { ...EMPTY, channel: readForm(key, null).channel })
}
