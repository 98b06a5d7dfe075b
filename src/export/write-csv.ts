import type { CacheExtent } from '../db/cached-threads.ts'
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

const THREAD_WORDS: Readonly<Record<CacheExtent, string>> = {
  whole: 'whole',
  older: 'without its newest messages',
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

/** What begins a formula, also in full width and in small forms, which some spreadsheets read as the plain ones. */
const FORMULA = /[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]/
/** What may end a cell: the list separators of any system's settings, line ends and other controls, and every quotation mark. */
const SEPARATOR = /[,;:|\u00a6^~!#&\\"'`\u00b4\u00a7\p{Cc}\u2028\u2029\uff0c\uff1b\uff1a\uff5c\u3001\u060c\u061b]/u
/** What a program may drop before it looks at a cell. */
const DROPPED =
  /[\p{White_Space}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\p{Surrogate}\ufffd]/u
const BETWEEN = `(?:${SEPARATOR.source}|${DROPPED.source})`
/** What may stand before a cell; nothing, at the start. Matched as a whole, so that the cost grows with the text and no faster. */
const BEFORE_CELL = new RegExp(`^${BETWEEN}*|${BETWEEN}+`, 'gu')
/** Programs drop these at the start of a cell, and look at what follows. */
const DROPPED_START = /^(?='*[\t\r\n])/

/**
 * A cell that is read as text: a customer's words must not run in a spreadsheet, however the file is split. An apostrophe stands
 * before every sign that could begin a formula; to have the text as it was, take one away before each.
 */
export function csvCell(value: string): string {
  const marked = value.replaceAll(BEFORE_CELL, (before, at: number) => before + markFor(value, at, before.length))
  const text = marked.replace(DROPPED_START, "'")
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Behind a space alone a sign is left if another space follows ("5 - 3"): split there, the sign is a cell of its own and no formula. */
function markFor(value: string, at: number, length: number): string {
  const sign = at + length
  if (!FORMULA.test(value.charAt(sign))) return ''
  const isAlone = value.charAt(sign - 1) === ' ' && value.charAt(sign + 1) === ' '
  return at > 0 && isAlone && !SEPARATOR.test(value.slice(at, sign)) ? '' : "'"
}
