import type { ImportedSnippets } from '../snippets/snippet-file.ts'

/** What became of a file, in one breath; the one entry that was left out with its reason, more of them as `importLines`. */
export function importWords(imported: ImportedSnippets): string {
  if (!imported.ok) return `${imported.problem}. Nothing was changed.`
  const { added, alreadyThere, changed, leftOut } = imported
  const all = added.length + alreadyThere + leftOut.length
  const [only, ...others] = leftOut
  return [
    leftOut.length === 0
      ? `${added.length.toLocaleString()} added.`
      : `${added.length.toLocaleString()} of ${all.toLocaleString()} added.`,
    alreadyThere > 0 ? `${alreadyThere.toLocaleString()} were here already.` : '',
    changed > 0 ? `${changed.toLocaleString()} got another name or no shortcut, because theirs was taken.` : '',
    only !== undefined && others.length === 0 ? `${only.name} was left out: it ${only.why}.` : '',
    others.length > 0 ? `${leftOut.length.toLocaleString()} were left out:` : '',
  ]
    .filter((words) => words !== '')
    .join(' ')
}

/** Each of several that were left out, with its reason. */
export function importLines(imported: ImportedSnippets): readonly string[] {
  if (!imported.ok || imported.leftOut.length < 2) return []
  return imported.leftOut.map(({ name, why }) => `${name} ${why}`)
}
