import type { ConversationSummary } from './overlay.ts'

/** Digits alone: the same number is written in many ways. */
function phoneKeyOf(phone: string | null | undefined): readonly string[] {
  const digits = (phone ?? '').replaceAll(/\D/g, '')
  return digits === '' ? [] : [`phone ${digits}`]
}

function emailKeyOf(email: string | null | undefined): readonly string[] {
  const address = (email ?? '').trim().toLowerCase()
  return address === '' ? [] : [`email ${address}`]
}

export function addressKeys(one: {
  readonly customerPhone?: string | null
  readonly customerEmail?: string | null
}): readonly string[] {
  return [...phoneKeyOf(one.customerPhone), ...emailKeyOf(one.customerEmail)]
}

/**
 * What a customer's note may be kept under, the surest first: the server's id, a number, an address, and for somebody without any of
 * these the conversation itself. A conversation begun here has no customer's id at first: its note is found again once it has.
 */
export function customerKeysOf(
  conversations: readonly Pick<ConversationSummary, 'id' | 'customerId' | 'customerPhone' | 'customerEmail'>[],
): readonly string[] {
  const ids = conversations.flatMap(({ customerId }) => (customerId === null ? [] : [`id ${customerId}`]))
  const addresses = conversations.flatMap(addressKeys)
  const own = conversations.map(({ id }) => `conversation ${id}`)
  return [...new Set([...ids, ...addresses, ...own])]
}
