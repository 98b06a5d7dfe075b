import type { CacheExtent } from '../db/cached-threads.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { shownContent } from '../words/shown-content.ts'
import { channelLabel } from '../words/channel.tsx'
import { harmlessText, wholeHarmlessLine } from '../words/harmless-text.ts'
import { statusLabel } from '../words/status.ts'
import type { About, ExportWriter, Tally } from './export-writer.ts'
import type { ExportedMessage, ExportedThread } from './exported-thread.ts'

type TimeOf = (at: number) => string

const INCOMPLETE_NOTES: Readonly<Record<CacheExtent, string | null>> = {
  whole: null,
  older: 'Its newest messages weren’t on this device yet.',
  none: 'Its messages weren’t on this device yet.',
}

/** For reading. `timeOf` formats epoch ms in the user's locale. */
export function markdownWriter({ title, exportedAt }: About, timeOf: TimeOf): ExportWriter {
  const mark = title === null ? '#' : '##'
  return {
    begin: () => (title === null ? '' : `# ${escapeLine(title)}\n\nExported ${escapeLine(timeOf(exportedAt))}\n\n`),
    write: (thread, isFirst) => `${isFirst ? '' : '\n---\n\n'}${writeThread(thread, mark, timeOf)}`,
    end: (tally) => (title === null ? '' : summaryOf(tally)),
  }
}

function summaryOf({ written, notWhole, gone }: Tally): string {
  const lines = [
    written === 1 ? '1 conversation.' : `${writeNumber(written)} conversations.`,
    notWhole.length > 0 &&
      `Incomplete on this device: ${writeNumber(notWhole.length)}. Each one is marked under its name.`,
    gone > 0 && `Left out because they’re no longer on this device: ${writeNumber(gone)}.`,
  ].filter((line) => line !== false)
  return `\n---\n\n${lines.join('\n')}\n`
}

function writeThread(thread: ExportedThread, mark: string, timeOf: TimeOf): string {
  const address = [thread.customerPhone, thread.customerEmail].filter((value) => value !== null)
  const facts = [
    ['Channel', channelLabel(thread.channel)],
    ['Address', address.join(', ')],
    ['Status', statusLabel(thread.status)],
    ['Subject', thread.subject ?? ''],
    ['Tags', thread.tags.join(', ')],
    ['Incomplete', INCOMPLETE_NOTES[thread.held] ?? ''],
  ].filter(([, value]) => value !== '')
  const head = [
    `${mark} ${escapeLine(thread.customerName)}`,
    '',
    ...facts.map(([name, value]) => `- ${name}: ${escapeLine(value ?? '')}`),
  ]
  return `${[...head, ...thread.messages.flatMap((message) => writeMessage(message, timeOf))].join('\n')}\n`
}

function writeMessage(message: ExportedMessage, timeOf: TimeOf): readonly string[] {
  const when = [message.at === null ? '' : timeOf(message.at), message.isSent ? '' : 'not sent yet']
  const title = [`**${escapeLine(message.from)}**`, ...when.filter((part) => part !== '')].join(' · ')
  const lines = harmlessText(shownContent(message.content)).split('\n')
  // Two trailing spaces are a line break in Markdown.
  return ['', title, '', ...lines.map((line) => `> ${escapeMarkdown(line)}  `.trimStart())]
}

function escapeLine(text: string): string {
  return escapeMarkdown(wholeHarmlessLine(text))
}

/** Escapes Markdown and HTML, so that a message stays plain text. */
function escapeMarkdown(line: string): string {
  return line
    .replaceAll(/[\\`*_[\]<>~|&]/g, '\\$&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
}
