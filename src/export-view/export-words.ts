import type { Tally } from '../export/export-writer.ts'
import { writeNumber } from '../shared/region/locale.ts'

/** How many there are of them. */
export function conversationsWords(count: number): string {
  return count === 1 ? '1 conversation' : `${writeNumber(count)} conversations`
}

/** Before: what the file will not hold; null when it holds all. */
export function lackingWords(lacking: number, total: number): string | null {
  if (lacking === 0) return null
  if (total === 1) return 'The newest messages aren’t on this device yet, so they won’t be in the file.'
  if (lacking === total) return 'None of them is complete on this device yet. Missing messages won’t be in the file.'
  const are = lacking === 1 ? '1 of them is' : `${writeNumber(lacking)} of them are`
  return `${are} incomplete on this device. Missing messages won’t be in the file, which marks each of these conversations.`
}

/** After. */
export function doneWords({ written, notWhole, gone }: Tally, fileName: string): string {
  return [
    `${conversationsWords(written)} saved as ${fileName}.`,
    notWhole.length > 0 && `${writeNumber(notWhole.length)} incomplete on this device: the file marks them.`,
    gone > 0 && `${writeNumber(gone)} left out: no longer on this device.`,
  ]
    .filter((sentence) => sentence !== false)
    .join(' ')
}
