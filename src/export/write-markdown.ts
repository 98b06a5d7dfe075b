import { channelLabel } from '../words/channel.tsx'
import { harmlessLine, harmlessText } from '../words/harmless-text.ts'
import { statusLabel } from '../words/status.ts'
import type { ExportedMessage, ExportedThread } from './exported-thread.ts'

/** For reading. `timeOf` says a moment, epoch ms, in the person's own way. */
export function writeMarkdown(threads: readonly ExportedThread[], timeOf: (at: number) => string): string {
  return threads.map((thread) => writeThread(thread, timeOf)).join('\n---\n\n')
}

function writeThread(thread: ExportedThread, timeOf: (at: number) => string): string {
  const address = [thread.customerPhone, thread.customerEmail].filter((one) => one !== null)
  const facts = [
    ['Channel', channelLabel(thread.channel)],
    ['Address', address.join(', ')],
    ['Status', statusLabel(thread.status)],
    ['Subject', thread.subject ?? ''],
    ['Tags', thread.tags.join(', ')],
  ].filter(([, value]) => value !== '')
  const head = [
    `# ${plainLine(thread.customerName)}`,
    '',
    ...facts.map(([name, value]) => `- ${name}: ${plainLine(value ?? '')}`),
  ]
  return `${[...head, ...thread.messages.flatMap((message) => writeMessage(message, timeOf))].join('\n')}\n`
}

function writeMessage(message: ExportedMessage, timeOf: (at: number) => string): readonly string[] {
  const when = [message.at === null ? '' : timeOf(message.at), message.isSent ? '' : 'not sent yet']
  const title = [`**${plainLine(message.from)}**`, ...when.filter((one) => one !== '')].join(' · ')
  const lines = harmlessText(message.content).split('\n')
  // Two spaces at its end keep a line a line.
  return ['', title, '', ...lines.map((line) => `> ${plainMarks(line)}  `.trimStart())]
}

function plainLine(text: string): string {
  return plainMarks(harmlessLine(text))
}

/** Words stay words: nothing in them becomes a heading, a list, a link, a picture or HTML. */
function plainMarks(line: string): string {
  return line
    .replaceAll(/[\\`*_[\]<>~|&]/g, '\\$&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
}
