import { emailKey, phoneKey } from '../shared/contact/contact-identity.ts'

/** How a conversation's customer may be known again: the words of the index `customerKeys`, and of the notes about them. */

type Addresses = { readonly customerPhone?: string | null; readonly customerEmail?: string | null }

export function idKey(customerId: string): string {
  return `id ${customerId}`
}

export function addressKeys({ customerPhone, customerEmail }: Addresses): readonly string[] {
  const [phone, email] = [phoneKey(customerPhone), emailKey(customerEmail)]
  return [...(phone === '' ? [] : [`phone ${phone}`]), ...(email === '' ? [] : [`email ${email}`])]
}

/**
 * The keys of today for an address key that version 2 of the database wrote, which had dropped all of a number but its ASCII digits. Whether
 * a short number had a country code is not known any more: then there are two.
 */
export function addressKeyToday(key: string): readonly string[] {
  const address = key.slice(key.indexOf(' ') + 1)
  if (key.startsWith('email ')) return addressKeys({ customerEmail: address })
  return [`+${address}`, address].flatMap((customerPhone) => addressKeys({ customerPhone }))
}

/** Of conversations whose contact the server has not told, by their channel; without one where it told neither. */
export function untoldKey(channel: string | undefined): string {
  return `untold ${channel ?? ''}`
}

/** What a row is found by. */
export function indexKeysOf(
  row: Addresses & { readonly customerId?: string; readonly channel?: string },
): readonly string[] {
  const isUntold = row.customerPhone === undefined && row.customerEmail === undefined
  const ids = row.customerId === undefined ? [] : [idKey(row.customerId)]
  return [...ids, ...addressKeys(row), ...(isUntold ? [untoldKey(row.channel)] : [])]
}

/**
 * What a customer's note may be kept under, the surest first: the server's id, a number, an address, and for somebody without any of
 * these the conversation itself. A conversation begun here has no customer's id at first: its note is found again once it has.
 */
export function customerKeysOf(
  conversations: readonly (Addresses & { readonly id: string; readonly customerId: string | null })[],
): readonly string[] {
  const ids = conversations.flatMap(({ customerId }) => (customerId === null ? [] : [idKey(customerId)]))
  const addresses = conversations.flatMap(addressKeys)
  const own = conversations.map(({ id }) => `conversation ${id}`)
  return [...new Set([...ids, ...addresses, ...own])]
}
