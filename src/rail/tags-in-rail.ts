/** Tags shown unasked: the rail is for what is used all day. */
const MAX_USED = 5

/** The tags that are on most open conversations, and always the one that is shown; by name once all are asked for. */
export function tagsInRail(
  counts: Readonly<Record<string, number>>,
  { current, isWhole }: { readonly current: string | null; readonly isWhole: boolean },
): { readonly tags: readonly { readonly tag: string; readonly count: number }[]; readonly hiddenCount: number } {
  const all = Object.entries(counts).map(([tag, count]) => ({ tag, count }))
  if (isWhole) return { tags: all.toSorted((one, other) => one.tag.localeCompare(other.tag)), hiddenCount: 0 }
  const byUse = all
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count || one.tag.localeCompare(other.tag))
  const top = byUse.slice(0, MAX_USED)
  const shown = all.find(({ tag }) => tag === current)
  const tags = shown === undefined || top.some(({ tag }) => tag === current) ? top : [...top, shown]
  return { tags, hiddenCount: all.length - tags.length }
}
