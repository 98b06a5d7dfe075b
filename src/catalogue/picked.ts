import { idsBetween, type Listing } from './listing.ts'

/**
 * Conversations that a person has picked, to do one thing with all of them. By id, never by place. All of a list are that list less some, so
 * that a hundred thousand cost no more than one.
 */
export type Picked =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  /** `ids` are all in the list, which is as it was when they were picked: what comes in later is not. */
  | { readonly kind: 'all-but'; readonly ids: ReadonlySet<string>; readonly listing: Listing }

export const NONE_PICKED: Picked = { kind: 'some', ids: new Set() }

export function pickAll(listing: Listing): Picked {
  return { kind: 'all-but', ids: new Set(), listing }
}

export function countPicked(picked: Picked): number {
  return picked.kind === 'some' ? picked.ids.size : picked.listing.count - picked.ids.size
}

export function isPicked(picked: Picked, id: string): boolean {
  if (picked.kind === 'some') return picked.ids.has(id)
  return !picked.ids.has(id) && picked.listing.indexOf(id) !== -1
}

/** Picks what is not, and the other way round. */
export function togglePicked(picked: Picked, id: string): Picked {
  return isPicked(picked, id) ? unpick(picked, [id]) : pick(picked, [id])
}

export function pick(picked: Picked, ids: readonly string[]): Picked {
  const next = new Set(picked.ids)
  if (picked.kind === 'all-but') {
    // What is not of the list that all were picked of cannot be all but some of it.
    const others = ids.filter((id) => picked.listing.indexOf(id) === -1)
    if (others.length > 0) return { kind: 'some', ids: new Set([...idsPicked(picked), ...ids]) }
    for (const id of ids) next.delete(id)
    return { ...picked, ids: next }
  }
  for (const id of ids) next.add(id)
  return { kind: 'some', ids: next }
}

export function unpick(picked: Picked, ids: readonly string[]): Picked {
  const next = new Set(picked.ids)
  if (picked.kind === 'some') for (const id of ids) next.delete(id)
  else for (const id of ids) if (picked.listing.indexOf(id) !== -1) next.add(id)
  return { ...picked, ids: next }
}

const known = new WeakMap<Picked, readonly string[]>()

/** The very same array for the very same picked: whoever asks at each key need not wait. */
export function idsPicked(picked: Picked): readonly string[] {
  const before = known.get(picked)
  if (before !== undefined) return before
  const ids =
    picked.kind === 'some'
      ? [...picked.ids]
      : idsBetween(picked.listing, 0, picked.listing.count).filter((id) => !picked.ids.has(id))
  known.set(picked, ids)
  return ids
}
