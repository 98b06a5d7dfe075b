import type { Channel } from '../shared/model.ts'

/** What was typed into the dialog. */
export type Form = {
  readonly channel: Channel
  readonly phone: string
  readonly email: string
  readonly name: string
  readonly message: string
}

const EMPTY: Form = { channel: 'sms', phone: '', email: '', name: '', message: '' }

/** By workspace: words meant for one account's customer must never turn up in another account. */
const kept = new Map<string, Form>()

/** The form as it was left. It outlives the dialog: one slip on Esc must not cost a page of words. */
export function readForm(workspaceId: string): Form {
  return kept.get(workspaceId) ?? EMPTY
}

/** Keeps the form until the window is gone, and gives it back. */
export function keepForm(workspaceId: string, form: Form): Form {
  kept.set(workspaceId, form)
  return form
}

/** After a start: the next one is likely to be over the same channel. */
export function clearForm(workspaceId: string): void {
  kept.set(workspaceId, { ...EMPTY, channel: readForm(workspaceId).channel })
}
