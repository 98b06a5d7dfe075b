import { idsBetween, type Listing } from './listing.ts'

/**
 * The conversations that the user has selected for a bulk command, by id. "Select all" is stored as a listing minus exceptions, so that a
 * hundred thousand cost no more than one.
 */
export type Picked =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  /** `ids` are the exceptions. The listing is a snapshot, so conversations that arrive later are not selected. */
  | { readonly kind: 'all-but'; readonly ids: ReadonlySet<string>; readonly listing: Listing }

export const NONE_PICKED: Picked = { kind: 'some', ids: new Set() }

export function pickAll(listing: Listing): Picked {
  return { kind: 'all-but', ids: new Set(), listing }
}

export function countPicked(picked: Picked): number {
  return picked.kind === 'some' ? picked.ids.size : picked.listing.count - picked.ids.size
}

/** Whether commands are about several conversations, so that the selection takes the place of the thread. */
export function arePicked(picked: Picked): boolean {
  return countPicked(picked) > 1
}

/** At most `max` of them, in order, without a look at the others. */
export function firstPicked(picked: Picked, max: number): readonly string[] {
  const first: string[] = []
  if (picked.kind === 'some') {
    for (const id of picked.ids) {
      if (first.length === max) break
      first.push(id)
    }
    return first
  }
  const { listing, ids } = picked
  for (let index = 0; index < listing.count && first.length < max; index += 1) {
    const id = listing.idAt(index)
    if (id !== null && !ids.has(id)) first.push(id)
  }
  return first
}

export function isPicked(picked: Picked, id: string): boolean {
  if (picked.kind === 'some') return picked.ids.has(id)
  return !picked.ids.has(id) && picked.listing.indexOf(id) !== -1
}

export function togglePicked(picked: Picked, id: string): Picked {
  return isPicked(picked, id) ? unpick(picked, [id]) : pick(picked, [id])
}

export function pick(picked: Picked, ids: readonly string[]): Picked {
  const next = new Set(picked.ids)
  if (picked.kind === 'all-but') {
    // Ids outside the listing cannot be expressed as "all but".
    const outside = ids.filter((id) => picked.listing.indexOf(id) === -1)
    if (outside.length > 0) return { kind: 'some', ids: new Set([...idsPicked(picked), ...ids]) }
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

const idsCache = new WeakMap<Picked, readonly string[]>()

/** Returns the same array for the same selection, so that calls at every keystroke are cheap. */
export function idsPicked(picked: Picked): readonly string[] {
  const cached = idsCache.get(picked)
  if (cached !== undefined) return cached
  const ids =
    picked.kind === 'some'
      ? [...picked.ids]
      : idsBetween(picked.listing, 0, picked.listing.count).filter((id) => !picked.ids.has(id))
  idsCache.set(picked, ids)
  return ids
}
