import { emailKey, phoneKey } from '../shared/contact/contact-identity.ts'
import { readListRows } from '../db/list-rows.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import { findOpenConversation } from '../db/open-conversation.ts'
import { text } from '../strings/text.ts'
import { useView, writeTo } from '../view/view.ts'
import { askForField, updateFieldRequest } from '../view/view-field.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import { pendingFieldRequest } from './keys/awaited-field.ts'

/** Channels for a written reply to a call. */
const WRITTEN = ['sms', 'email'] as const

type Access = Pick<OpenWorkspace, 'db' | 'catalogue'>

/** Moves the focus to the reply field of a conversation. A call is answered by SMS or email. */
export async function startReply(open: Access, conversationId: string): Promise<void> {
  const row = open.catalogue.row(conversationId)
  // A call has no reply field of its own: its field is looked up first.
  askForField(conversationId, row?.channel === 'voice' ? 'undecided' : 'reply')
  const shown = row ?? (await readListRows(open.db, [conversationId]))[0]?.shown
  if (shown?.channel === 'voice') await replyToCaller(open, shown)
}

async function replyToCaller(open: Access, call: ConversationSummary): Promise<void> {
  const contact = { channel: 'sms', phone: call.customerPhone ?? '', email: call.customerEmail ?? '' }
  // When the look-up fails, offer a new conversation.
  const found = await findOpenConversation(open.db, contact, WRITTEN).catch(() => null)
  const request = pendingFieldRequest(useView.getState())
  // The user has selected another conversation.
  if (request?.conversationId !== call.id) return
  if (found !== null) return askForField(found.id, 'reply', request.text)
  const hasPhone = phoneKey(contact.phone) !== ''
  if (!hasPhone && emailKey(contact.email) === '') return updateFieldRequest(call.id, { missing: UNKNOWN_CALLER })
  writeTo({
    channel: hasPhone ? 'sms' : 'email',
    phone: contact.phone,
    email: contact.email,
    name: call.customerName ?? '',
  })
  askForField(call.id, 'first-message', request.text)
}

const UNKNOWN_CALLER = text('commands.unknownCaller')
