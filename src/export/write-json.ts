import { type ExportedThread, isoTime } from './exported-thread.ts'

/** Raised when a field changes its meaning. */
const VERSION = 1

/** Every field as it is known, for other programs. `exportedAt` is epoch ms. */
export function writeJson(threads: readonly ExportedThread[], exportedAt: number): string {
  const conversations = threads.map(({ messages, ...thread }) => ({
    ...thread,
    messages: messages.map(({ at, ...message }) => ({ ...message, sentAt: isoTime(at) || null })),
  }))
  return `${JSON.stringify({ clarionExport: VERSION, exportedAt: isoTime(exportedAt), conversations }, null, 2)}\n`
}
