import type { Held } from '../db/held-threads.ts'
import type { ExportWriter } from './export-writer.ts'
import { type ExportedMessage, type ExportedThread, isoTime } from './exported-thread.ts'

/** `thread` says how much of the thread was on the device; the six after it are empty where no message of it was. */
const COLUMNS = [
  'conversation_id',
  'customer_name',
  'customer_phone',
  'customer_email',
  'channel',
  'status',
  'subject',
  'tags',
  'thread',
  'message_id',
  'sent_at',
  'sender',
  'from',
  'delivery',
  'content',
] as const

/** Tells spreadsheets that it is UTF-8; others skip it. */
const MARK = '\uFEFF'

const THREAD_WORDS: Readonly<Record<Held, string>> = {
  whole: 'whole',
  older: 'without its newest words',
  none: 'not on this device',
}

/** A row for each message, by RFC 4180; one without a message for a thread that has none here. */
export const csvWriter: ExportWriter = {
  begin: () => MARK + rowOf(COLUMNS),
  write(thread) {
    const facts = factsOf(thread)
    const rows = thread.messages.length === 0 ? [[]] : thread.messages.map(cellsOf)
    return rows.map((cells) => rowOf([...facts, ...cells, ...NO_MESSAGE.slice(cells.length)])).join('')
  },
  end: () => '',
}

const NO_MESSAGE = ['', '', '', '', '', '']

function factsOf(thread: ExportedThread): readonly string[] {
  const { conversationId, customerName, customerPhone, customerEmail, channel, status, subject, tags, held } = thread
  const contact = [customerName, customerPhone ?? '', customerEmail ?? '']
  return [conversationId, ...contact, channel, status, subject ?? '', tags.join('; '), THREAD_WORDS[held]]
}

function cellsOf({ id, at, sender, from, isSent, content }: ExportedMessage): readonly string[] {
  return [id, isoTime(at), sender, from, isSent ? 'sent' : 'not sent yet', content]
}

function rowOf(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** What a spreadsheet would take for a formula, also in full width and behind white space. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/** A cell that is read as text: a customer's words must not run in somebody's spreadsheet. A phone number gets the same mark. */
export function csvCell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
