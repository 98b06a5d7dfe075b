import { withKnownTag } from '../../words/tag-words.ts'

export type TagChange = { readonly kind: 'added' | 'removed'; readonly tag: string }

/** A change that the list from the database may not have yet. */
type PendingTag = TagChange & {
  readonly id: number
  /** How many lists came from the database since the change was stored; null before. */
  readonly listsSince: number | null
}

/** Oldest first. They are stored in this order. */
export type PendingTags = readonly PendingTag[]

type TagEvent =
  | { readonly type: 'changed'; readonly id: number; readonly change: TagChange }
  /** `known`: the newest list from the database. */
  | { readonly type: 'stored'; readonly id: number; readonly known: readonly string[] }
  | { readonly type: 'failed'; readonly id: number }
  | { readonly type: 'listed'; readonly known: readonly string[] }

/** A list may have been read before the change was stored. The one after it was not. */
const MAX_LISTS = 2

/** The tags after a change, or the same list when it changes nothing. */
export function applyTagChange(tags: readonly string[], { kind, tag }: TagChange): readonly string[] {
  if (kind === 'added') return withKnownTag(tags, tag)
  return tags.includes(tag) ? tags.filter((other) => other !== tag) : tags
}

/** What the user sees: the list from the database with the changes over it. */
export function tagsOnScreen(known: readonly string[], pending: PendingTags): readonly string[] {
  return pending.reduce<readonly string[]>(applyTagChange, known)
}

export function nextPending(pending: PendingTags, event: TagEvent): PendingTags {
  switch (event.type) {
    case 'changed':
      return [...pending, { ...event.change, id: event.id, listsSince: null }]
    case 'stored': {
      const stored = pending.map((change) => (change.id === event.id ? { ...change, listsSince: 0 } : change))
      return withoutKnown(stored, event.known)
    }
    case 'failed':
      return pending.filter(({ id }) => id !== event.id)
    default:
      return pending.length === 0 ? pending : withoutKnown(pending.map(countList), event.known)
  }
}

function countList(change: PendingTag): PendingTag {
  return change.listsSince === null ? change : { ...change, listsSince: change.listsSince + 1 }
}

/** Drops the first changes that were stored, as far as the list has them, or is sure to be newer. */
function withoutKnown(pending: PendingTags, known: readonly string[]): PendingTags {
  const isKnown = ({ listsSince }: PendingTag, index: number): boolean =>
    listsSince !== null &&
    (listsSince >= MAX_LISTS || isSameList(tagsOnScreen(known, pending.slice(0, index + 1)), known))
  return pending.slice(pending.findLastIndex(isKnown) + 1)
}

function isSameList(first: readonly string[], second: readonly string[]): boolean {
  return first.length === second.length && first.every((tag, index) => tag === second[index])
}
