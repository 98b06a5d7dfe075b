import type { Database } from '../db/database.ts'
import { readDraft } from '../db/queries.ts'
import { startConversation } from '../outbox/intents.ts'
import { saveDraft } from '../outbox/drafts.ts'
import { type ContactCheck, checkEmail, checkPhone, contactKindOf, countryOf } from './contact-check.ts'
import type { Form } from './form.ts'

/** Checks the address that the form's channel asks for. `language` as the browser names it. */
export function checkForm(form: Form, language: string): ContactCheck {
  return contactKindOf(form.channel) === 'email' ? checkEmail(form.email) : checkPhone(form.phone, countryOf(language))
}

/** A voice call has no words to begin with. */
export function firstMessageOf(form: Form): string {
  return form.channel === 'voice' ? '' : form.message
}

/** Begins the conversation on this device; it goes to the server by itself. Gives its local id. */
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

/** Takes the words along to a conversation that is there already: behind whatever was begun in it. */
export async function addToDraft(db: Database, conversationId: string, words: string): Promise<void> {
  if (words.trim() === '') return
  const draft = await readDraft(db, conversationId)
  const text = draft === undefined ? words : `${draft.text}\n${words}`
  await saveDraft(db, { conversationId, text, caret: text.length })
}
