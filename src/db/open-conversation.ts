import { listIdsByContact } from './customer-queries.ts'
import type { Database } from './database.ts'
import { readListRows } from './list-rows.ts'
import type { ConversationSummary } from './overlay.ts'
import { isOpenStatus } from './views.ts'
import { sameEmail, samePhone } from '../shared/contact/contact-identity.ts'

/**
 * Finds an open conversation with the same contact, so that no second one is needed: on the same channel, else the newest on another
 * channel. `channels` limits the search to these channels.
 */
export async function findOpenConversation(
  db: Database,
  contact: { readonly channel: string; readonly phone?: string; readonly email?: string },
  channels?: readonly string[],
): Promise<ConversationSummary | null> {
  const candidates = await readListRows(db, await listIdsByContact(db, contact))
  const open = candidates.flatMap(({ shown }) => {
    const matches =
      shown !== null &&
      isOpenStatus(shown.status) &&
      channels?.includes(shown.channel) !== false &&
      (samePhone(shown.customerPhone, contact.phone) || sameEmail(shown.customerEmail, contact.email))
    return matches ? [shown] : []
  })
  const [newest] = open.toSorted((a, b) => b.activityAt - a.activityAt)
  return open.find(({ channel }) => channel === contact.channel) ?? newest ?? null
}
