import { writeNumber } from '../shared/region/locale.ts'
import { text } from '../strings/text.ts'
import { writeDate } from '../ui/date-words.ts'

/** "15 Mar 2024". Epoch ms. */
export function dayTime(at: number): string {
  return writeDate(at, 'dateAndYear')
}

/** "5, 2 open", or "1 open" where all are. */
export function countWords(all: number, open: number): string {
  if (open === 0) return writeNumber(all)
  return open === all ? text('customer.allOpen', { count: open }) : text('customer.someOpen', { all, open })
}
