import { type ExportedThread, isoTime } from './exported-thread.ts'

const COLUMNS = [
  'conversation_id',
  'customer_name',
  'customer_phone',
  'customer_email',
  'channel',
  'status',
  'message_id',
  'sent_at',
  'sender',
  'from',
  'delivery',
  'content',
] as const

/** Tells spreadsheets that it is UTF-8; others skip it. */
const MARK = '\uFEFF'

/** A row for each message, by RFC 4180. */
export function writeCsv(threads: readonly ExportedThread[]): string {
  const rows = threads.flatMap((thread) =>
    thread.messages.map((message) => [
      thread.conversationId,
      thread.customerName,
      thread.customerPhone ?? '',
      thread.customerEmail ?? '',
      thread.channel,
      thread.status,
      message.id,
      isoTime(message.at),
      message.sender,
      message.from,
      message.isSent ? 'sent' : 'not sent yet',
      message.content,
    ]),
  )
  return MARK + [COLUMNS, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

/** What a spreadsheet would take for a formula, also in full width and behind white space. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/** A cell that is read as text: a customer's words must not run in somebody's spreadsheet. A phone number gets the same mark. */
export function csvCell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
