import type { Database } from '../db/database.ts'
import { readListRows } from '../db/list-rows.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import { isOpenStatus } from '../db/views.ts'
import { sameEmail, samePhone } from '../shared/contact/contact-identity.ts'
import type { LiveCatalogue } from './live-catalogue.ts'

/**
 * An open conversation with the same person, so that a second one need not be begun: over the same channel, else the newest over any other
 * one at the same address. `channels`: only over these; all where it is left out.
 */
export async function findOpenConversation(
  { db, catalogue }: { readonly db: Database; readonly catalogue: Pick<LiveCatalogue, 'findByContact'> },
  contact: { readonly channel: string; readonly phone?: string; readonly email?: string },
  channels?: readonly string[],
): Promise<ConversationSummary | null> {
  const candidates = await readListRows(db, await catalogue.findByContact(contact))
  const open = candidates.flatMap(({ shown }) => {
    const isMeant =
      shown !== null &&
      isOpenStatus(shown.status) &&
      channels?.includes(shown.channel) !== false &&
      (samePhone(shown.customerPhone, contact.phone) || sameEmail(shown.customerEmail, contact.email))
    return isMeant ? [shown] : []
  })
  const [newest] = open.toSorted((one, other) => other.activityAt - one.activityAt)
  return open.find(({ channel }) => channel === contact.channel) ?? newest ?? null
}
