import type { ThreadItem } from '../../db/overlay.ts'
import { writeDate } from '../../ui/date-words.ts'
import { dayWords } from './days.ts'
import { shownContent } from '../../shared/text/shown-content.ts'
import { harmlessBeginning } from '../../words/harmless-text.ts'
import { senderWords } from '../../words/sender.ts'

/** A name is listened to from beginning to end: after this many characters the text itself must be read. */
const MAX_NAME_LENGTH = 280

/** "Ana: Can I move it?, Today 10:42", and for an echo where it stands. */
export function messageName(
  item: Pick<ThreadItem, 'sender' | 'isMine' | 'content' | 'at'>,
  around: { readonly customerName: string; /** Epoch ms. */ readonly now: number; readonly state: string | null },
): string {
  const text = harmlessBeginning(shownContent(item.content), MAX_NAME_LENGTH)
  const words = [text, timeName(item.at, around.now), around.state].filter((word) => word !== null && word !== '')
  return `${senderWords(item, around.customerName)}: ${words.join(', ')}`
}

function timeName(at: number | null, now: number): string {
  return at === null ? 'time unknown' : `${dayWords(at, now)} ${writeDate(at, 'time')}`
}
