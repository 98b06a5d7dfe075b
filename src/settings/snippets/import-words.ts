import type { ImportedSnippets } from '../../snippets/snippet-file.ts'
import { text } from '../../strings/text.ts'

/** The result of an import. It names a single skipped entry with its reason; `importLines` lists several. */
export function importWords(imported: ImportedSnippets): string {
  if (!imported.ok) return text('settings.snippets.invalidFile', { problem: imported.problem })
  const { added, alreadyThere, changed, leftOut } = imported
  const count = added.length
  const [only, ...others] = leftOut
  return [
    leftOut.length === 0
      ? text('settings.snippets.added', { count })
      : text('settings.snippets.addedSome', { count, total: count + alreadyThere + leftOut.length }),
    alreadyThere > 0 ? text('settings.snippets.alreadyThere', { count: alreadyThere }) : '',
    changed > 0 ? text('settings.snippets.changed', { count: changed }) : '',
    only !== undefined && others.length === 0 ? text('settings.snippets.skippedOne', only) : '',
    others.length > 0 ? text('settings.snippets.skippedCount', { count: leftOut.length }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** The skipped entries with their reasons, when there are several. */
export function importLines(imported: ImportedSnippets): readonly string[] {
  if (!imported.ok || imported.leftOut.length < 2) return []
  return imported.leftOut.map((entry) => text('settings.snippets.skippedLine', entry))
}
