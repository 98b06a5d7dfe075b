import type { Database } from '../db/database.ts'
import { readDraft } from '../db/queries.ts'
import { startConversation } from '../outbox/intents.ts'
import { saveDraft } from '../outbox/drafts.ts'
import { type ContactCheck, checkEmail, checkPhone, contactKindOf, countryOf } from './contact-check.ts'
import type { Form } from './form.ts'

/** Checks the address that the form's channel needs. `language` is a BCP 47 tag, as in `navigator.language`. */
export function checkForm(form: Form, language: string): ContactCheck {
  return contactKindOf(form.channel) === 'email' ? checkEmail(form.email) : checkPhone(form.phone, countryOf(language))
}

/** Empty for a voice call, which has no first message. */
export function firstMessageOf(form: Form): string {
  return form.channel === 'voice' ? '' : form.message
}

/** Starts the conversation on this device and returns its local id. The outbox sends it to the server. */
export async function startFrom(db: Database, form: Form, address: string): Promise<string> {
  const name = form.name.replace(/\s+/g, ' ').trim()
  const content = firstMessageOf(form)
  return startConversation(db, {
    channel: form.channel,
    ...(contactKindOf(form.channel) === 'email' ? { customerEmail: address } : { customerPhone: address }),
    ...(name === '' ? {} : { customerName: name }),
    content,
  })
}

/** Appends the text to the draft of an existing conversation. */
export async function addToDraft(db: Database, conversationId: string, message: string): Promise<void> {
  if (message.trim() === '') return
  const draft = await readDraft(db, conversationId)
  const text = draft === undefined ? message : `${draft.text}\n${message}`
  await saveDraft(db, { conversationId, text, caret: text.length })
}
