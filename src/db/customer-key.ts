import { emailKey, phoneKey } from '../shared/contact/contact-identity.ts'

/** Keys that identify a conversation's customer. The index `customerKeys` and the notes use them. */

type Addresses = { readonly customerPhone?: string | null; readonly customerEmail?: string | null }

export function idKey(customerId: string): string {
  return `id ${customerId}`
}

export function addressKeys({ customerPhone, customerEmail }: Addresses): readonly string[] {
  const [phone, email] = [phoneKey(customerPhone), emailKey(customerEmail)]
  return [...(phone === '' ? [] : [`phone ${phone}`]), ...(email === '' ? [] : [`email ${email}`])]
}

/**
 * Current keys for an address key written by version 2 of the database, which kept only the ASCII digits of a number. Whether a short
 * number had a country code is unknown, so it gets two keys.
 */
export function addressKeyToday(key: string): readonly string[] {
  const address = key.slice(key.indexOf(' ') + 1)
  if (key.startsWith('email ')) return addressKeys({ customerEmail: address })
  return [`+${address}`, address].flatMap((customerPhone) => addressKeys({ customerPhone }))
}

/** The key of conversations for which the server gave no contact: their channel, or an empty one when that is missing too. */
export function untoldKey(channel: string | undefined): string {
  return `untold ${channel ?? ''}`
}

/** All keys of a row in the index `customerKeys`. */
export function indexKeysOf(
  row: Addresses & { readonly customerId?: string; readonly channel?: string },
): readonly string[] {
  const isUntold = row.customerPhone === undefined && row.customerEmail === undefined
  const ids = row.customerId === undefined ? [] : [idKey(row.customerId)]
  return [...ids, ...addressKeys(row), ...(isUntold ? [untoldKey(row.channel)] : [])]
}

/**
 * Keys under which a customer's note may be stored, most reliable first: server id, phone number, e-mail address, and the conversation
 * itself when there is none of these. A conversation begun here gets its customer id later; the other keys still find its note then.
 */
export function customerKeysOf(
  conversations: readonly (Addresses & { readonly id: string; readonly customerId: string | null })[],
): readonly string[] {
  const ids = conversations.flatMap(({ customerId }) => (customerId === null ? [] : [idKey(customerId)]))
  const addresses = conversations.flatMap(addressKeys)
  const conversationKeys = conversations.map(({ id }) => `conversation ${id}`)
  return [...new Set([...ids, ...addresses, ...conversationKeys])]
}
