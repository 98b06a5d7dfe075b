import { emailKey, phoneKey } from '../shared/contact/contact-identity.ts'
import { type Columns, makeCodes, makeColumns } from './columns.ts'
import { type Compare, reorder } from './order.ts'
import { hashOf } from '../db/contact.ts'
import type { Listing } from './listing.ts'
import type { RowChange, ListedConversation } from '../db/list-rows.ts'
import { isInView, type ViewName, VIEWS } from '../db/views.ts'

export type Totals = {
  /** Over all channels. */
  readonly counts: Readonly<Record<ViewName, number>>
  /** Open conversations by channel, for every word that the server used for one. */
  readonly channelCounts: Readonly<Record<string, number>>
  /** Conversations of the inbox by tag, for every tag on any conversation. */
  readonly tagCounts: Readonly<Record<string, number>>
  /** Conversations whose thread is here to its newest word. */
  readonly threadsOnDevice: number
  readonly conversations: number
}

/**
 * All conversations in memory, in the order of each view. It answers without the database, which takes most of a second to count
 * a hundred thousand rows; it is told of every change, and moves only what changed.
 */
export type Catalogue = {
  /** At most one change of each conversation. */
  readonly apply: (changes: readonly RowChange[]) => void
  /** The very same list while nothing in it has changed. */
  readonly list: (name: ViewName, channel: string | null, tag?: string | null) => Listing
  /** The very same object while no number has changed. */
  readonly totals: () => Totals
  readonly listTags: () => readonly string[]
  /** Conversations whose thread is missing here or out of date: open ones first, the newest first. */
  readonly listThreadless: () => readonly string[]
  readonly isIn: (name: ViewName, conversationId: string) => boolean
  /** The tags of these, and on how many of them each is. */
  readonly countTags: (ids: readonly string[]) => ReadonlyMap<string, number>
  /** Every conversation with this telephone number or e-mail address, and maybe others. */
  readonly findByContact: (contact: { readonly phone?: string; readonly email?: string }) => readonly string[]
}

type Ordered = { readonly slots: Int32Array; readonly listing: Listing }
type Move = { readonly leaving: number[]; readonly entering: number[] }

const INBOX_BIT = 1 << VIEWS.indexOf('inbox')

export function makeCatalogue(): Catalogue {
  const columns = makeColumns()
  const channels = makeCodes<string>((channel) => channel)
  const tagSets = makeCodes<readonly string[]>(JSON.stringify)
  const tally = makeTally()
  const compares = makeCompares(columns)
  const orders = VIEWS.map((name) => toOrdered(columns, { name, channel: null }, new Int32Array()))
  /** Views narrowed to a channel or a tag, made when asked for. */
  const narrowed = new Map<string, Ordered & { readonly from: Int32Array; readonly round: number }>()
  /** Grows whenever a conversation goes from one channel or tag to another. */
  let round = 0
  let totals: Totals = totalsOf(orders, tally)

  function place({ id, shown }: RowChange, moves: readonly Move[]): void {
    if (shown === null && columns.slotOf(id) === -1) return
    const slot = columns.makeSlot(id)
    const before = columns.views[slot] ?? 0
    const after = shown === null ? 0 : viewBits(shown)
    const waitingSince = shown?.waitingSince ?? 0
    // What was put off and is back stands where it would if it had come in then.
    const activityAt = Math.max(shown?.activityAt ?? 0, shown?.back?.at ?? 0)
    const hasMoved = activityAt !== columns.activityAt[slot]
    const waitsOtherwise = waitingSince !== columns.waitingSince[slot]
    for (const [index, { leaving, entering }] of moves.entries()) {
      const [was, is] = [before & (1 << index), after & (1 << index)]
      const isMoving = VIEWS[index] === 'waiting' ? waitsOtherwise : hasMoved
      if (was !== 0 && (is === 0 || isMoving)) leaving.push(slot)
      if (is !== 0 && (was === 0 || isMoving)) entering.push(slot)
    }
    count(slot, -1)
    columns.views[slot] = after
    columns.activityAt[slot] = activityAt
    columns.waitingSince[slot] = waitingSince
    if (shown !== null) write(slot, shown)
    count(slot, 1)
  }

  function write(slot: number, shown: ListedConversation): void {
    const channel = channels.codeOf(shown.channel)
    const tags = tagSets.codeOf(shown.tags)
    // What a list is narrowed to has changed under it.
    if (channel !== columns.channels[slot] || tags !== columns.tags[slot]) round += 1
    columns.channels[slot] = channel
    columns.tags[slot] = tags
    columns.threads[slot] = shown.isThreadOnDevice ? 1 : 0
    columns.phones[slot] = hashOf(phoneKey(shown.customerPhone))
    columns.emails[slot] = hashOf(emailKey(shown.customerEmail))
  }

  function count(slot: number, by: 1 | -1): void {
    const views = columns.views[slot] ?? 0
    if (views === 0) return
    const channel = channels.valueOf(columns.channels[slot] ?? 0) ?? ''
    add(tally.channels, channel, by)
    if ((views & INBOX_BIT) !== 0) add(tally.inbox, channel, by)
    for (const tag of tagSets.valueOf(columns.tags[slot] ?? 0) ?? []) {
      add(tally.tags, tag, by)
      if ((views & INBOX_BIT) !== 0) add(tally.inboxTags, tag, by)
    }
    tally.threads += by * (columns.threads[slot] ?? 0)
  }

  function isWithin(channel: string | null, tag: string | null): (slot: number) => boolean {
    const code = channel === null ? null : channels.codeOf(channel)
    const tagged = new Map<number, boolean>()
    const hasTag = (set: number): boolean => {
      const known = tagged.get(set) ?? tagSets.valueOf(set)?.includes(tag ?? '') === true
      tagged.set(set, known)
      return known
    }
    return (slot) =>
      (code === null || columns.channels[slot] === code) && (tag === null || hasTag(columns.tags[slot] ?? 0))
  }

  return {
    apply(changes) {
      const moves = VIEWS.map((): Move => ({ leaving: [], entering: [] }))
      for (const change of changes) place(change, moves)
      for (const [index, name] of VIEWS.entries()) {
        const { leaving = [], entering = [] } = moves[index] ?? {}
        const order = orders[index]
        if (order === undefined || leaving.length + entering.length === 0) continue
        const slots = reorder(order.slots, leaving, entering, compares[name])
        orders[index] = toOrdered(columns, { name, channel: null }, slots)
      }
      const next = totalsOf(orders, tally)
      if (JSON.stringify(next) !== JSON.stringify(totals)) totals = next
    },
    list(name, channel, tag = null) {
      const order = orders[VIEWS.indexOf(name)]
      if (order === undefined || (channel === null && tag === null))
        return (order ?? toOrdered(columns, { name, channel, tag }, EMPTY)).listing
      const key = JSON.stringify([name, channel, tag])
      const known = narrowed.get(key)
      if (known?.from === order.slots && known.round === round) return known.listing
      const slots = order.slots.filter(isWithin(channel, tag))
      const made =
        known !== undefined && isSame(known.slots, slots) ? known : toOrdered(columns, { name, channel, tag }, slots)
      narrowed.set(key, { ...made, from: order.slots, round })
      return made.listing
    },
    totals: () => totals,
    listTags: () => [...tally.tags.keys()].toSorted((one, other) => one.localeCompare(other)),
    listThreadless() {
      const [open, all] = [orders[VIEWS.indexOf('inbox')], orders[VIEWS.indexOf('all')]]
      const lacking = (slots: Int32Array): Int32Array => slots.filter((slot) => columns.threads[slot] === 0)
      const isOpen = (slot: number): boolean => ((columns.views[slot] ?? 0) & INBOX_BIT) !== 0
      const slots = [...lacking(open?.slots ?? EMPTY), ...lacking(all?.slots ?? EMPTY).filter((slot) => !isOpen(slot))]
      return slots.map((slot) => columns.ids[slot] ?? '')
    },
    isIn(name, conversationId) {
      const slot = columns.slotOf(conversationId)
      return slot !== -1 && ((columns.views[slot] ?? 0) & (1 << VIEWS.indexOf(name))) !== 0
    },
    countTags(ids) {
      const counts = new Map<string, number>()
      for (const id of ids) {
        const slot = columns.slotOf(id)
        const isThere = slot !== -1 && columns.views[slot] !== 0
        for (const tag of isThere ? (tagSets.valueOf(columns.tags[slot] ?? 0) ?? []) : []) add(counts, tag, 1)
      }
      return counts
    },
    findByContact({ phone, email }) {
      const [phoneHash, emailHash] = [hashOf(phoneKey(phone)), hashOf(emailKey(email))]
      return columns.ids.filter(
        (_, slot) =>
          columns.views[slot] !== 0 &&
          ((phoneHash !== 0 && columns.phones[slot] === phoneHash) ||
            (emailHash !== 0 && columns.emails[slot] === emailHash)),
      )
    },
  }
}

const EMPTY = new Int32Array()

type Tally = {
  readonly channels: Map<string, number>
  readonly inbox: Map<string, number>
  readonly tags: Map<string, number>
  readonly inboxTags: Map<string, number>
  threads: number
}

function makeTally(): Tally {
  return { channels: new Map(), inbox: new Map(), tags: new Map(), inboxTags: new Map(), threads: 0 }
}

function add(counts: Map<string, number>, word: string, by: number): void {
  const sum = (counts.get(word) ?? 0) + by
  if (sum === 0) counts.delete(word)
  else counts.set(word, sum)
}

function totalsOf(orders: readonly Ordered[], { channels, inbox, tags, inboxTags, threads }: Tally): Totals {
  const counts = Object.fromEntries(orders.map(({ listing }) => [listing.name, listing.count])) as Totals['counts']
  const channelCounts = Object.fromEntries([...channels.keys()].map((name) => [name, inbox.get(name) ?? 0]))
  const tagCounts = Object.fromEntries([...tags.keys()].map((tag) => [tag, inboxTags.get(tag) ?? 0]))
  return { counts, channelCounts, tagCounts, threadsOnDevice: threads, conversations: counts.all }
}

function viewBits(shown: ListedConversation): number {
  let bits = 0
  for (const [index, name] of VIEWS.entries()) if (isInView(shown, name)) bits |= 1 << index
  return bits
}

/** Newest activity first; who waits, longest first. The id decides between equals, so that an order is one order. */
function makeCompares(columns: Columns): Readonly<Record<ViewName, Compare>> {
  const byId: Compare = (one, other) => ((columns.ids[one] ?? '') < (columns.ids[other] ?? '') ? -1 : 1)
  const byActivity: Compare = (one, other) =>
    (columns.activityAt[other] ?? 0) - (columns.activityAt[one] ?? 0) || byId(one, other)
  const byWaiting: Compare = (one, other) =>
    (columns.waitingSince[one] ?? 0) - (columns.waitingSince[other] ?? 0) || byId(one, other)
  const compares = VIEWS.map((name) => [name, name === 'waiting' ? byWaiting : byActivity] as const)
  return Object.fromEntries(compares) as Record<ViewName, Compare>
}

function toOrdered(columns: Columns, where: Pick<Listing, 'name' | 'channel' | 'tag'>, slots: Int32Array): Ordered {
  const listing: Listing = {
    ...where,
    count: slots.length,
    idAt: (index) => columns.ids[slots[index] ?? -1] ?? null,
    // Looking through the slots is faster than a search by order would be right: what it was ordered by may have changed since.
    indexOf: (id) => slots.indexOf(columns.slotOf(id)),
  }
  return { slots, listing }
}

function isSame(one: Int32Array, other: Int32Array): boolean {
  return one.length === other.length && one.every((slot, index) => slot === other[index])
}
