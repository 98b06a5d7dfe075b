import { writeNumber } from '../../shared/region/locale.ts'
import type { ImportedSnippets } from '../../snippets/snippet-file.ts'

/** What became of a file, in one breath; the one entry that was left out with its reason, more of them as `importLines`. */
export function importWords(imported: ImportedSnippets): string {
  if (!imported.ok) return `${imported.problem}. Nothing changed.`
  const { added, alreadyThere, changed, leftOut } = imported
  const all = added.length + alreadyThere + leftOut.length
  const [only, ...others] = leftOut
  return [
    leftOut.length === 0
      ? `${writeNumber(added.length)} added.`
      : `${writeNumber(added.length)} of ${writeNumber(all)} added.`,
    alreadyThere > 0 ? `${writeNumber(alreadyThere)} already existed.` : '',
    changed > 0 ? `${writeNumber(changed)} renamed or added without a shortcut, because theirs was taken.` : '',
    only !== undefined && others.length === 0 ? `${only.name} skipped: it ${only.why}.` : '',
    others.length > 0 ? `${writeNumber(leftOut.length)} skipped:` : '',
  ]
    .filter((words) => words !== '')
    .join(' ')
}

/** Each of several that were left out, with its reason. */
export function importLines(imported: ImportedSnippets): readonly string[] {
  if (!imported.ok || imported.leftOut.length < 2) return []
  return imported.leftOut.map(({ name, why }) => `${name} ${why}`)
}
