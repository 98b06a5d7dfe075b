import type { Tally } from '../export/export-writer.ts'
import { text } from '../strings/text.ts'

/** What the file will not contain, for the dialog; null when it is complete. */
export function lackingWords(incomplete: number, total: number): string | null {
  if (incomplete === 0) return null
  if (total === 1) return text('exporting.oneIncomplete')
  if (incomplete === total) return text('exporting.allIncomplete')
  return text('exporting.someIncomplete', { count: incomplete })
}

/** What the file contains, for the message after the export. */
export function doneWords({ written, notWhole, gone }: Tally, fileName: string): string {
  return [
    text('exporting.saved', { count: written, file: fileName }),
    notWhole.length > 0 && text('exporting.savedIncomplete', { count: notWhole.length }),
    gone > 0 && text('exporting.leftOut', { count: gone }),
  ]
    .filter((sentence) => sentence !== false)
    .join(' ')
}
