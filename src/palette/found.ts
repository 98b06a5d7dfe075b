import type { ConversationSummary } from '../db/overlay.ts'
import { isOpenStatus } from '../db/views.ts'
import { rowKey } from '../catalogue/row-key.ts'
import { emailKey, phoneKey, phoneSpellings } from '../shared/contact/contact-identity.ts'
import { makeTerm, MATCH, type Term } from './match.ts'

/** A conversation that the search index has found, with its workspace. */
export type FoundConversation = { readonly workspaceId: string; readonly conversation: FoundSummary }

type FoundSummary = Pick<
  ConversationSummary,
  | 'id'
  | 'name'
  | 'channel'
  | 'status'
  | 'activityAt'
  | 'customerId'
  | 'customerName'
  | 'customerPhone'
  | 'customerEmail'
  | 'subject'
  | 'lastText'
>

export type FoundCustomer = {
  /** The conversation that opens: the newest open one, else the newest. */
  readonly opens: FoundConversation
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
}

/** Each customer once, in the order in which they were found. */
export function customersIn(found: readonly FoundConversation[]): readonly FoundCustomer[] {
  const groups: { readonly keys: Set<string>; readonly own: FoundConversation[] }[] = []
  for (const each of found) {
    const keys = identityOf(each)
    const group = groups.find((known) => keys.some((key) => known.keys.has(key)))
    if (group === undefined) groups.push({ keys: new Set(keys), own: [each] })
    else {
      group.own.push(each)
      for (const key of keys) group.keys.add(key)
    }
  }
  return groups.flatMap(({ own }) => {
    const newest = own.toSorted((a, b) => b.conversation.activityAt - a.conversation.activityAt)
    const opens = newest.find(({ conversation }) => isOpenStatus(conversation.status)) ?? newest[0]
    if (opens === undefined) return []
    // Its own first: two customers may share a number, and the one's address must not be beside the other's name.
    const valueOf = (field: 'customerName' | 'customerPhone' | 'customerEmail'): string | null =>
      [opens, ...newest]
        .map(({ conversation }) => conversation[field])
        .find((value) => value !== null && value !== '') ?? null
    const [phone, email] = [valueOf('customerPhone'), valueOf('customerEmail')]
    return [{ opens, name: valueOf('customerName') ?? opens.conversation.name, phone, email }]
  })
}

/** Those that no customer's entry opens already. */
export function otherConversations(
  found: readonly FoundConversation[],
  customers: readonly FoundCustomer[],
): readonly FoundConversation[] {
  const opened = new Set(customers.map(({ opens }) => keyOf(opens)))
  return found.filter((each) => !opened.has(keyOf(each)))
}

export function keyOf({ workspaceId, conversation }: FoundConversation): string {
  return rowKey(workspaceId, conversation.id)
}

/** A customer's name and e-mail address, for matching. */
export function customerTerms({ name, email }: Pick<FoundCustomer, 'name' | 'email'>): readonly Term[] {
  return [makeTerm(name), ...(email === null ? [] : [makeTerm(email)])]
}

/** The score of a number that has these digits; 0 for another one. `digits` is null when no number is typed. */
export function phoneScore(phone: string | null, digits: string | null): number {
  if (phone === null || digits === null || digits.length < 2) return 0
  const spellings = phoneSpellings(phone)
  if (spellings.includes(digits)) return MATCH.exact
  if (spellings.some((spelling) => spelling.startsWith(digits))) return MATCH.prefix
  return spellings.some((spelling) => spelling.includes(digits)) ? MATCH.wordStart : 0
}

/** Customers of different workspaces are different. */
function identityOf({ workspaceId, conversation }: FoundConversation): readonly string[] {
  const { customerId, customerPhone, customerEmail, id } = conversation
  const phone = phoneKey(customerPhone)
  const email = emailKey(customerEmail)
  const keys = [
    ...(customerId === null ? [] : [`id ${customerId}`]),
    ...(phone === '' ? [] : [`phone ${phone}`]),
    ...(email === '' ? [] : [`email ${email}`]),
  ]
  return (keys.length === 0 ? [`conversation ${id}`] : keys).map((key) => rowKey(workspaceId, key))
}
