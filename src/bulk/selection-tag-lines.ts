import { tagLines } from './tag-lines.ts'

export type TagState = {
  readonly tag: string
  /** Of how many of the selected conversations. */
  readonly count: number
  readonly state: 'all' | 'some' | 'none'
}

/** More are in the dialog. */
export const MAX_TAGS = 12

/**
 * The tags that can be toggled: those of the selection, then other known ones. Tags keep their place while they are toggled: `shown` are
 * those of before, in order. Unused ones make room for tags of a selection that has changed.
 */
export function selectionTags(
  known: readonly string[],
  counts: ReadonlyMap<string, number>,
  { total, shown }: { readonly total: number; readonly shown: readonly string[] },
): readonly TagState[] {
  const added = tagLines(known, counts, '').flatMap(({ tag }) => (shown.includes(tag) ? [] : [tag]))
  const excess = shown.length + added.filter((tag) => counts.has(tag)).length - MAX_TAGS
  const unused = shown.filter((tag) => !counts.has(tag))
  const dropped = new Set(excess > 0 ? unused.slice(-excess) : [])
  return [...shown.filter((tag) => !dropped.has(tag)), ...added].slice(0, MAX_TAGS).map((tag) => {
    const count = counts.get(tag) ?? 0
    return { tag, count, state: count === 0 ? 'none' : count >= total ? 'all' : 'some' }
  })
}
