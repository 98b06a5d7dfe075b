/** Tags shown before the list is expanded. */
const MAX_COLLAPSED = 5

/** The tags on the most open conversations, and always the current one. When expanded, all tags by name. */
export function tagsInRail(
  counts: Readonly<Record<string, number>>,
  { current, isExpanded }: { readonly current: string | null; readonly isExpanded: boolean },
): { readonly tags: readonly { readonly tag: string; readonly count: number }[]; readonly hiddenCount: number } {
  const all = Object.entries(counts).map(([tag, count]) => ({ tag, count }))
  if (isExpanded) return { tags: all.toSorted((a, b) => a.tag.localeCompare(b.tag)), hiddenCount: 0 }
  const byUse = all.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count || a.tag.localeCompare(b.tag))
  const top = byUse.slice(0, MAX_COLLAPSED)
  const shown = all.find(({ tag }) => tag === current)
  const tags = shown === undefined || top.some(({ tag }) => tag === current) ? top : [...top, shown]
  return { tags, hiddenCount: all.length - tags.length }
}
