import { writeNumber } from '../../shared/region/locale.ts'
import type { ImportedSnippets } from '../../snippets/snippet-file.ts'

/** The result of an import. It names a single skipped entry with its reason; `importLines` lists several. */
export function importWords(imported: ImportedSnippets): string {
  if (!imported.ok) return `${imported.problem}. Nothing changed.`
  const { added, alreadyThere, changed, leftOut } = imported
  const total = added.length + alreadyThere + leftOut.length
  const [only, ...others] = leftOut
  return [
    leftOut.length === 0
      ? `${writeNumber(added.length)} added.`
      : `${writeNumber(added.length)} of ${writeNumber(total)} added.`,
    alreadyThere > 0 ? `${writeNumber(alreadyThere)} already existed.` : '',
    changed > 0 ? `${writeNumber(changed)} renamed or added without a shortcut, because theirs was taken.` : '',
    only !== undefined && others.length === 0 ? `${only.name} skipped: it ${only.why}.` : '',
    others.length > 0 ? `${writeNumber(leftOut.length)} skipped:` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** The skipped entries with their reasons, when there are several. */
export function importLines(imported: ImportedSnippets): readonly string[] {
  if (!imported.ok || imported.leftOut.length < 2) return []
  return imported.leftOut.map(({ name, why }) => `${name} ${why}`)
}
