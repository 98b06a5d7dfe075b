import type { CacheExtent } from '../db/cached-threads.ts'
import { text } from '../strings/text.ts'
import { shownContent } from '../words/shown-content.ts'
import { channelLabel } from '../words/channel.tsx'
import { harmlessText, wholeHarmlessLine } from '../words/harmless-text.ts'
import { statusLabel } from '../words/status.ts'
import type { About, ExportWriter, Tally } from './export-writer.ts'
import type { ExportedMessage, ExportedThread } from './exported-thread.ts'

type TimeOf = (at: number) => string

const INCOMPLETE_NOTES: Readonly<Record<CacheExtent, string>> = {
  whole: '',
  older: text('exporting.file.withoutNewest'),
  none: text('exporting.file.withoutMessages'),
}

/** For reading. `timeOf` formats epoch ms in the user's locale. */
export function markdownWriter({ title, exportedAt }: About, timeOf: TimeOf): ExportWriter {
  const mark = title === null ? '#' : '##'
  return {
    begin() {
      if (title === null) return ''
      const time = escapeLine(timeOf(exportedAt))
      return `# ${escapeLine(title)}\n\n${text('exporting.file.exportedAt', { time })}\n\n`
    },
    write: (thread, isFirst) => `${isFirst ? '' : '\n---\n\n'}${writeThread(thread, mark, timeOf)}`,
    end: (tally) => (title === null ? '' : summaryOf(tally)),
  }
}

function summaryOf({ written, notWhole, gone }: Tally): string {
  const lines = [
    text('exporting.file.count', { count: written }),
    notWhole.length > 0 && text('exporting.file.incompleteCount', { count: notWhole.length }),
    gone > 0 && text('exporting.file.leftOutCount', { count: gone }),
  ].filter((line) => line !== false)
  return `\n---\n\n${lines.join('\n')}\n`
}

function writeThread(thread: ExportedThread, mark: string, timeOf: TimeOf): string {
  const address = [thread.customerPhone, thread.customerEmail].filter((value) => value !== null)
  const facts = [
    [text('exporting.file.channel'), channelLabel(thread.channel)],
    [text('exporting.file.address'), address.join(', ')],
    [text('exporting.file.status'), statusLabel(thread.status)],
    [text('exporting.file.subject'), thread.subject ?? ''],
    [text('exporting.file.tags'), thread.tags.join(', ')],
    [text('exporting.file.incomplete'), INCOMPLETE_NOTES[thread.held]],
  ].filter(([, value]) => value !== '')
  const head = [
    `${mark} ${escapeLine(thread.customerName)}`,
    '',
    ...facts.map(([name, value]) => `- ${name}: ${escapeLine(value ?? '')}`),
  ]
  return `${[...head, ...thread.messages.flatMap((message) => writeMessage(message, timeOf))].join('\n')}\n`
}

function writeMessage(message: ExportedMessage, timeOf: TimeOf): readonly string[] {
  const when = [message.at === null ? '' : timeOf(message.at), message.isSent ? '' : text('exporting.file.notSent')]
  const title = [`**${escapeLine(message.from)}**`, ...when.filter((part) => part !== '')].join(' · ')
  const lines = harmlessText(shownContent(message.content)).split('\n')
  // Two trailing spaces are a line break in Markdown.
  return ['', title, '', ...lines.map((line) => `> ${escapeMarkdown(line)}  `.trimStart())]
}

function escapeLine(line: string): string {
  return escapeMarkdown(wholeHarmlessLine(line))
}

/** Escapes Markdown and HTML, so that a message stays plain text. */
function escapeMarkdown(line: string): string {
  return line
    .replaceAll(/[\\`*_[\]<>~|&]/g, '\\$&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
}
