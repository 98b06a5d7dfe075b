import { makeCodes, makeColumns } from './columns.ts'
import { reorder } from './order.ts'
import type { Listing } from './listing.ts'
import type { StateChange, ListedState } from '../db/list-rows.ts'
import { type ViewName, VIEWS } from '../db/views.ts'
import { makeCompares, makeViewOrder, viewBits, type ViewOrder } from './view-order.ts'

export type Totals = {
  /** Across all channels. */
  readonly counts: Readonly<Record<ViewName, number>>
  /** Inbox conversations by channel, for every channel name that the server used. */
  readonly channelCounts: Readonly<Record<string, number>>
  /** Inbox conversations by tag, for every tag on any conversation. */
  readonly tagCounts: Readonly<Record<string, number>>
  /** Conversations whose thread is on this device up to the newest message. */
  readonly threadsOnDevice: number
  readonly conversations: number
}

/**
 * All conversations in memory, sorted for each view. It needs no database, which takes most of a second to count a hundred thousand
 * rows. The caller applies every change, and only the changed conversations move.
 */
export type Catalogue = {
  /** `changes` holds at most one change per conversation. */
  readonly apply: (changes: readonly StateChange[]) => void
  /** Returns the same object until the list changes. */
  readonly list: (name: ViewName, channel: string | null, tag?: string | null) => Listing
  /** Returns the same object until a number changes. */
  readonly totals: () => Totals
  readonly listTags: () => readonly string[]
  /** Conversations whose thread is missing or outdated on this device: open ones first, each part newest first. */
  readonly listThreadless: () => readonly string[]
  readonly isIn: (name: ViewName, conversationId: string) => boolean
  /** The number by which the view sorts the conversation, epoch ms: since when the customer waits, or the last activity. 0 if it is unknown. */
  readonly sortedBy: (name: ViewName, conversationId: string) => number
  /** The tags of these conversations, with the number of conversations that have each. */
  readonly countTags: (ids: readonly string[]) => ReadonlyMap<string, number>
}

type Move = { readonly leaving: number[]; readonly entering: number[] }

const INBOX_BIT = 1 << VIEWS.indexOf('inbox')

export function makeCatalogue(): Catalogue {
  const columns = makeColumns()
  const channels = makeCodes<string>((channel) => channel)
  const tagSets = makeCodes<readonly string[]>(JSON.stringify)
  const tally = makeTally()
  const compares = makeCompares(columns)
  const orders = VIEWS.map((name) => makeViewOrder(columns, { name, channel: null }, new Int32Array()))
  /** Views filtered by channel or tag, created on demand. */
  const filtered = new Map<string, ViewOrder & { readonly from: Int32Array; readonly generation: number }>()
  /** Incremented when a conversation's channel or tags change, which invalidates `filtered`. */
  let filterGeneration = 0
  let totals: Totals = totalsOf(orders, tally)

  function applyChange({ id, shown }: StateChange, moves: readonly Move[]): void {
    if (shown === null && columns.slotOf(id) === -1) return
    const slot = columns.makeSlot(id)
    const before = columns.views[slot] ?? 0
    const after = shown === null ? 0 : viewBits(shown)
    const waitingSince = shown?.waitingSince ?? 0
    // A conversation back from a snooze is sorted as if it had activity at that time.
    const activityAt = Math.max(shown?.activityAt ?? 0, shown?.back?.at ?? 0)
    const activityChanged = activityAt !== columns.activityAt[slot]
    const waitingChanged = waitingSince !== columns.waitingSince[slot]
    for (const [index, { leaving, entering }] of moves.entries()) {
      const [wasIn, isIn] = [before & (1 << index), after & (1 << index)]
      const isMoving = VIEWS[index] === 'waiting' ? waitingChanged : activityChanged
      if (wasIn !== 0 && (isIn === 0 || isMoving)) leaving.push(slot)
      if (isIn !== 0 && (wasIn === 0 || isMoving)) entering.push(slot)
    }
    count(slot, -1)
    columns.views[slot] = after
    columns.activityAt[slot] = activityAt
    columns.waitingSince[slot] = waitingSince
    if (shown !== null) write(slot, shown)
    count(slot, 1)
  }

  function write(slot: number, shown: ListedState): void {
    const channel = channels.codeOf(shown.channel)
    const tags = tagSets.codeOf(shown.tags)
    if (channel !== columns.channels[slot] || tags !== columns.tags[slot]) filterGeneration += 1
    columns.channels[slot] = channel
    columns.tags[slot] = tags
    columns.threads[slot] = shown.isThreadOnDevice ? 1 : 0
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

  function matchesFilter(channel: string | null, tag: string | null): (slot: number) => boolean {
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
      for (const change of changes) applyChange(change, moves)
      for (const [index, name] of VIEWS.entries()) {
        const { leaving = [], entering = [] } = moves[index] ?? {}
        const order = orders[index]
        if (order === undefined || leaving.length + entering.length === 0) continue
        const slots = reorder(order.slots, leaving, entering, compares[name])
        orders[index] = makeViewOrder(columns, { name, channel: null }, slots)
      }
      const next = totalsOf(orders, tally)
      if (JSON.stringify(next) !== JSON.stringify(totals)) totals = next
    },
    list(name, channel, tag = null) {
      const order = orders[VIEWS.indexOf(name)]
      if (order === undefined || (channel === null && tag === null))
        return (order ?? makeViewOrder(columns, { name, channel, tag }, EMPTY)).listing
      const key = JSON.stringify([name, channel, tag])
      const known = filtered.get(key)
      if (known?.from === order.slots && known.generation === filterGeneration) return known.listing
      const slots = order.slots.filter(matchesFilter(channel, tag))
      const next =
        known !== undefined && isSame(known.slots, slots)
          ? known
          : makeViewOrder(columns, { name, channel, tag }, slots)
      filtered.set(key, { ...next, from: order.slots, generation: filterGeneration })
      return next.listing
    },
    totals: () => totals,
    listTags: () => [...tally.tags.keys()].toSorted((a, b) => a.localeCompare(b)),
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
    sortedBy(name, conversationId) {
      const slot = columns.slotOf(conversationId)
      return (name === 'waiting' ? columns.waitingSince[slot] : columns.activityAt[slot]) ?? 0
    },
    countTags(ids) {
      const counts = new Map<string, number>()
      for (const id of ids) {
        const slot = columns.slotOf(id)
        const isKnown = slot !== -1 && columns.views[slot] !== 0
        for (const tag of isKnown ? (tagSets.valueOf(columns.tags[slot] ?? 0) ?? []) : []) add(counts, tag, 1)
      }
      return counts
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

function add(counts: Map<string, number>, key: string, by: number): void {
  const sum = (counts.get(key) ?? 0) + by
  if (sum === 0) counts.delete(key)
  else counts.set(key, sum)
}

function totalsOf(orders: readonly ViewOrder[], { channels, inbox, tags, inboxTags, threads }: Tally): Totals {
  const counts = Object.fromEntries(orders.map(({ listing }) => [listing.name, listing.count])) as Totals['counts']
  const channelCounts = Object.fromEntries([...channels.keys()].map((name) => [name, inbox.get(name) ?? 0]))
  const tagCounts = Object.fromEntries([...tags.keys()].map((tag) => [tag, inboxTags.get(tag) ?? 0]))
  return { counts, channelCounts, tagCounts, threadsOnDevice: threads, conversations: counts.all }
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((slot, index) => slot === b[index])
}
