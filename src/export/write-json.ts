import type { About, ExportWriter } from './export-writer.ts'
import { isoTime } from './exported-thread.ts'

/** Increased when a field changes its meaning. */
const VERSION = 1

/** All fields, for other programs. The counts come last, because they are known only at the end. */
export function jsonWriter({ title, exportedAt }: About): ExportWriter {
  return {
    begin: () =>
      [
        '{',
        `  "clarionExport": ${VERSION},`,
        `  "exportedAt": ${JSON.stringify(isoTime(exportedAt))},`,
        ...(title === null ? [] : [`  "title": ${JSON.stringify(title)},`]),
        '  "conversations": [',
      ].join('\n'),
    write({ messages, ...thread }, isFirst) {
      const conversation = {
        ...thread,
        messages: messages.map(({ at, ...message }) => ({ ...message, sentAt: isoTime(at) || null })),
      }
      return `${isFirst ? '' : ','}\n    ${JSON.stringify(conversation, null, 2).replaceAll('\n', '\n    ')}`
    },
    end: ({ notWhole, gone }) =>
      `\n  ],\n  "notWholeOnThisDevice": ${JSON.stringify(notWhole)},\n  "noLongerOnThisDevice": ${gone}\n}\n`,
  }
}
