import type { ThreadItem } from '../../db/overlay.ts'
import { text } from '../../strings/text.ts'
import { writeDate } from '../../ui/date-words.ts'
import { dayWords } from './days.ts'
import { shownContent } from '../../words/shown-content.ts'
import { harmlessBeginning } from '../../words/harmless-text.ts'
import { senderWords } from '../../words/sender.ts'

/** Characters of a message in its accessible name. Screen readers read the whole name, so it must be short. */
const MAX_NAME_LENGTH = 280

/** The accessible name: "Ana: Can I move it?, Today 10:42", and for an echo also its state. */
export function messageName(
  item: Pick<ThreadItem, 'sender' | 'isMine' | 'content' | 'at'>,
  context: { readonly customerName: string; /** Epoch ms. */ readonly now: number; readonly state: string | null },
): string {
  const content = harmlessBeginning(shownContent(item.content), MAX_NAME_LENGTH)
  const parts = [content, timeName(item.at, context.now), context.state].filter((part) => part !== null && part !== '')
  return `${senderWords(item, context.customerName)}: ${parts.join(', ')}`
}

function timeName(at: number | null, now: number): string {
  return at === null ? text('thread.log.timeUnknown') : `${dayWords(at, now)} ${writeDate(at, 'time')}`
}
