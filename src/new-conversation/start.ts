import type { Database } from '../db/database.ts'
import { readDraft } from '../db/queries.ts'
import { startConversation } from '../outbox/send.ts'
import { saveDraft } from '../outbox/drafts.ts'
import { type Channel, isChannel } from '../shared/model.ts'
import { text } from '../strings/text.ts'
import { type ContactCheck, checkEmail, checkPhone, contactKindOf, countryOf } from './contact-check.ts'
import { chosenChannel, type Form } from './form.ts'
import { parseTo, type ToAddress } from './to-address.ts'

/** The form with what its address decides. */
export type CheckedForm = {
  readonly channel: Channel
  /** The kinds of channel that fit what is typed; null while any may. */
  readonly kind: 'phone' | 'email' | null
  /** Neither a number nor an address is typed. */
  readonly isName: boolean
  /** What the customer is called, if the address says so; empty otherwise. */
  readonly name: string
  readonly check: ContactCheck
}

/**
 * Checks the address and finds its channel: the chosen one if it fits, else the one that the customer uses, else SMS or Email. `language` is a
 * BCP 47 tag, as in `navigator.language`.
 */
export function checkForm(form: Form, language: string, used: string | null = null): CheckedForm {
  const { kind, address, name, isWhatsApp } = parseTo(form.to)
  const fitting = kind === 'phone' || kind === 'email' ? kind : null
  const fits = (channel: string | null): channel is Channel =>
    channel !== null && isChannel(channel) && contactKindOf(channel) === fitting
  const chosen = chosenChannel(form)
  const found = [chosen, isWhatsApp ? 'whatsapp' : null, used].find(fits)
  const channel = found ?? (fitting === null ? (chosen ?? 'sms') : fitting === 'email' ? 'email' : 'sms')
  return { channel, kind: fitting, isName: kind === 'name', name, check: checkAddress(kind, address, language) }
}

function checkAddress(kind: ToAddress['kind'], address: string, language: string): ContactCheck {
  if (kind === 'phone') return checkPhone(address, countryOf(language))
  if (kind === 'email') return checkEmail(address)
  if (kind === 'several') return { ok: false, problem: text('newConversation.oneRecipient') }
  return { ok: false, problem: text(kind === 'empty' ? 'newConversation.enterTo' : 'newConversation.unknownName') }
}

/** Empty for a voice call, which has no first message. */
export function firstMessageOf({ message }: Pick<Form, 'message'>, channel: Channel): string {
  return channel === 'voice' ? '' : message
}

export type Start = {
  readonly channel: Channel
  readonly address: string
  readonly name: string
  readonly content: string
}

/** Starts the conversation on this device and returns its local id. The outbox sends it to the server. */
export async function startFrom(db: Database, { channel, address, content, ...start }: Start): Promise<string> {
  const name = start.name.replace(/\s+/g, ' ').trim()
  return startConversation(db, {
    channel,
    ...(contactKindOf(channel) === 'email' ? { customerEmail: address } : { customerPhone: address }),
    ...(name === '' ? {} : { customerName: name }),
    content,
  })
}

/** Appends the text to the draft of an existing conversation. */
export async function addToDraft(db: Database, conversationId: string, message: string): Promise<void> {
  if (message.trim() === '') return
  const draft = await readDraft(db, conversationId)
  const joined = draft === undefined ? message : `${draft.text}\n${message}`
  await saveDraft(db, { conversationId, text: joined, caret: joined.length })
}
