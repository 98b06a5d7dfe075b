import type { Database } from '../db/database.ts'
import { readForms, removeForms, saveForms } from '../db/kept-forms.ts'
import type { Channel } from '../shared/model.ts'
import type { Recipient } from '../view/view-state.ts'

/** The fields of the dialog. */
export type Form = {
  /** A name, a number or an e-mail address, as typed. */
  readonly to: string
  /** The channel that the user or a suggestion has chosen; null while the address decides. */
  readonly channel: Channel | null
  /** The value of `to` that `channel` was suggested with: it says nothing about other addresses. Empty when the user has chosen. */
  readonly channelFor: string
  readonly name: string
  /** The value of `to` that `name` was suggested with. Empty when the user has typed it. */
  readonly nameFor: string
  readonly message: string
}

const EMPTY: Form = { to: '', channel: null, channelFor: '', name: '', nameFor: '', message: '' }

/** Forms by workspace and recipient, so that text for one customer never appears in a message to another. */
const kept = new Map<string, Form>()

/** The key of the form for a recipient. Null when the user enters the recipient in the dialog. */
export function formKey(workspaceId: string, recipient: Recipient | null = null): string {
  return recipient === null ? workspaceId : JSON.stringify([workspaceId, recipient])
}

/** The form as it was left. It outlives the dialog, so that a stray Escape does not lose text. */
export function readForm(key: string, recipient: Recipient | null = null): Form {
  return kept.get(key) ?? { ...EMPTY, ...(recipient !== null && filledIn(recipient)) }
}

function filledIn({ channel, phone, email, name, message = '' }: Recipient): Form {
  return { to: channel === 'email' ? email : phone, channel, channelFor: '', name, nameFor: '', message }
}

/** Keeps the form until the window closes, and returns it. */
export function keepForm(key: string, form: Form): Form {
  kept.set(key, form)
  return form
}

/** Clears the form after a start. It keeps the channel that the user has chosen for a recipient of their own, because the next one is likely to use it too. */
export function clearForm(key: string, recipient: Recipient | null = null): void {
  if (recipient !== null) kept.delete(key)
  else kept.set(key, { ...EMPTY, channel: chosenChannel({ ...readForm(key), to: '' }) })
}

/** The chosen channel, unless it was suggested with another address. */
export function chosenChannel({
  to,
  channel,
  channelFor,
}: Pick<Form, 'to' | 'channel' | 'channelFor'>): Channel | null {
  return channelFor === '' || channelFor === to ? channel : null
}

/** The name of the customer, unless it was suggested with another address. */
export function chosenName({ to, name, nameFor }: Pick<Form, 'to' | 'name' | 'nameFor'>): string {
  return nameFor === '' || nameFor === to ? name : ''
}

/** The change that suggests a name with an address. A name that the user has typed stays. */
export function suggestName(form: Pick<Form, 'name' | 'nameFor'>, name: string | null, to: string): Partial<Form> {
  const isTyped = form.nameFor === '' && form.name.trim() !== ''
  return name === null || isTyped ? {} : { name, nameFor: to }
}

/** Stores the forms of this workspace that hold text: a lock ends the window, but not what was typed. */
export async function storeForms(db: Database, workspaceId: string): Promise<void> {
  const isOwn = (key: string): boolean => key === workspaceId || key.startsWith(`[${JSON.stringify(workspaceId)},`)
  const forms = [...kept].filter(([key, form]) => isOwn(key) && hasText(form))
  if (forms.length > 0) await saveForms(db, forms)
}

/**
 * Restores the forms that a lock stored, except those that were begun anew. Call it before the dialog can open, which would otherwise show
 * an empty form. The rows are removed in the background, once the window has the forms; one that can't be removed comes once more.
 */
export async function restoreForms(db: Database): Promise<void> {
  const forms = await readForms(db)
  for (const [key, form] of forms) {
    const now = kept.get(key)
    if (now === undefined || !hasText(now)) kept.set(key, storedForm(form as StoredForm))
  }
  if (forms.length > 0) void Promise.allSettled([removeForms(db)])
}

/** As stored. Earlier versions had a field for numbers and one for e-mail addresses, of which the channel decided. */
type StoredForm = Partial<Form> & { readonly phone?: string; readonly email?: string }

function storedForm({ phone = '', email = '', ...form }: StoredForm): Form {
  return { ...EMPTY, to: form.channel === 'email' ? email : phone || email, ...form }
}

function hasText({ to, name, message }: Form): boolean {
  return [to, name, message].some((field) => field !== '')
}
