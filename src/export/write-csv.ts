import type { CacheExtent } from '../db/cached-threads.ts'
import type { ExportWriter } from './export-writer.ts'
import { type ExportedMessage, type ExportedThread, isoTime } from './exported-thread.ts'

/** `thread` tells how much of the thread was on the device. The six columns after it are empty when no message was. */
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

/** The byte order mark: spreadsheets need it to read UTF-8, and other programs skip it. */
const BYTE_ORDER_MARK = '\uFEFF'

/** These values are English in every language, like the columns: programs compare them. */
type ThreadValue = 'whole' | 'without its newest messages' | 'not on this device'
type DeliveryValue = 'sent' | 'not sent yet'

const THREAD_VALUES: Readonly<Record<CacheExtent, ThreadValue>> = {
  whole: 'whole',
  older: 'without its newest messages',
  none: 'not on this device',
}

/** A row for each message (RFC 4180), or one row for a thread without messages on this device. */
export const csvWriter: ExportWriter = {
  begin: () => BYTE_ORDER_MARK + rowOf(COLUMNS),
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
  return [conversationId, ...contact, channel, status, subject ?? '', tags.join('; '), THREAD_VALUES[held]]
}

function cellsOf({ id, at, sender, from, isSent, content }: ExportedMessage): readonly string[] {
  const delivery: DeliveryValue = isSent ? 'sent' : 'not sent yet'
  return [id, isoTime(at), sender, from, delivery, content]
}

function rowOf(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** The signs that start a formula, including the full-width and small forms that some spreadsheets treat alike. */
const FORMULA = /[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]/
/** The characters that may end a cell: every list separator that a system setting allows, line breaks, control characters and quotation marks. */
const SEPARATOR = /[,;:|\u00a6^~!#&\\"'`\u00b4\u00a7\p{Cc}\u2028\u2029\uff0c\uff1b\uff1a\uff5c\u3001\u060c\u061b]/u
/** The characters that a program may strip before it reads a cell. */
const DROPPED =
  /[\p{White_Space}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\p{Surrogate}\ufffd]/u
const BETWEEN = `(?:${SEPARATOR.source}|${DROPPED.source})`
/** The characters before a possible cell, none at the start. A run is matched as a whole, so that the cost stays linear. */
const BEFORE_CELL = new RegExp(`^${BETWEEN}*|${BETWEEN}+`, 'gu')
/** Programs strip these at the start of a cell and then read the rest. */
const DROPPED_START = /^(?='*[\t\r\n])/

/**
 * A cell that spreadsheets read as text: a customer's message must not run as a formula, however the file is split. Every
 * sign that could start a formula gets an apostrophe before it. Removing one before each sign restores the text.
 */
export function csvCell(value: string): string {
  const marked = value.replaceAll(BEFORE_CELL, (before, at: number) => before + markFor(value, at, before.length))
  const text = marked.replace(DROPPED_START, "'")
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A sign between two spaces ("5 - 3") stays unchanged: split there, it is a cell of its own, which is no formula. */
function markFor(value: string, at: number, length: number): string {
  const sign = at + length
  if (!FORMULA.test(value.charAt(sign))) return ''
  const isAlone = value.charAt(sign - 1) === ' ' && value.charAt(sign + 1) === ' '
  return at > 0 && isAlone && !SEPARATOR.test(value.slice(at, sign)) ? '' : "'"
}
