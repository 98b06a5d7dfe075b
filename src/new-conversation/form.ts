import type { Channel } from '../shared/model.ts'
import type { Recipient } from '../view-state.ts'

/** The fields of the dialog. */
export type Form = {
  readonly channel: Channel
  readonly phone: string
  readonly email: string
  readonly name: string
  readonly message: string
}

const EMPTY: Form = { channel: 'sms', phone: '', email: '', name: '', message: '' }

/** Forms by workspace and recipient, so that text for one customer never appears in a message to another. */
const kept = new Map<string, Form>()

/** The key of the form for a recipient. Null when the user enters the recipient in the dialog. */
export function formKey(workspaceId: string, recipient: Recipient | null = null): string {
  return recipient === null ? workspaceId : JSON.stringify([workspaceId, recipient])
}

/** The form as it was left. It outlives the dialog, so that a stray Escape does not lose text. */
export function readForm(key: string, recipient: Recipient | null = null): Form {
  return kept.get(key) ?? { ...EMPTY, ...recipient }
}

/** Keeps the form until the window closes, and returns it. */
export function keepForm(key: string, form: Form): Form {
  kept.set(key, form)
  return form
}

/** Clears the form after a start. It keeps the channel where the user enters the recipient, because the next one is likely to use it too. */
export function clearForm(key: string, recipient: Recipient | null = null): void {
  if (recipient !== null) kept.delete(key)
  else kept.set(key, { ...EMPTY, channel: readForm(key, null).channel })
}
