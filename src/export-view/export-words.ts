import type { Tally } from '../export/export-writer.ts'
import { writeNumber } from '../shared/region/locale.ts'

export function conversationsWords(count: number): string {
  return count === 1 ? '1 conversation' : `${writeNumber(count)} conversations`
}

/** What the file will not contain, for the dialog; null when it is complete. */
export function lackingWords(incomplete: number, total: number): string | null {
  if (incomplete === 0) return null
  if (total === 1) return 'The newest messages aren’t on this device yet, so they won’t be in the file.'
  if (incomplete === total) return 'None of them is complete on this device yet. Missing messages won’t be in the file.'
  const subject = incomplete === 1 ? '1 of them is' : `${writeNumber(incomplete)} of them are`
  return `${subject} incomplete on this device. Missing messages won’t be in the file. The file marks these conversations.`
}

/** What the file contains, for the message after the export. */
export function doneWords({ written, notWhole, gone }: Tally, fileName: string): string {
  return [
    `${conversationsWords(written)} saved as ${fileName}.`,
    notWhole.length > 0 && `${writeNumber(notWhole.length)} incomplete on this device: the file marks them.`,
    gone > 0 && `${writeNumber(gone)} left out: no longer on this device.`,
  ]
    .filter((sentence) => sentence !== false)
    .join(' ')
}
