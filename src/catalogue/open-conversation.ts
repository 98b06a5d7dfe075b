import type { Database } from '../db/database.ts'
import { readListRows } from '../db/list-rows.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import { isOpenStatus } from '../db/views.ts'
import { sameEmail, samePhone } from '../shared/contact/contact-identity.ts'
import type { LiveCatalogue } from './live-catalogue.ts'

/**
 * Finds an open conversation with the same contact, so that no second one is needed: on the same channel, else the newest on another
 * channel. `channels` limits the search to these channels.
 */
export async function findOpenConversation(
  { db, catalogue }: { readonly db: Database; readonly catalogue: Pick<LiveCatalogue, 'findByContact'> },
  contact: { readonly channel: string; readonly phone?: string; readonly email?: string },
  channels?: readonly string[],
): Promise<ConversationSummary | null> {
  const candidates = await readListRows(db, await catalogue.findByContact(contact))
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
