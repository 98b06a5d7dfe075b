import type { ExportedThread } from './exported-thread.ts'

/** The heading of a file. */
export type About = {
  /** Null for a single thread, which has its own title. */
  readonly title: string | null
  /** Epoch ms. */
  readonly exportedAt: number
}

/** The result of an export. */
export type Tally = {
  readonly written: number
  /** Ids of conversations whose newest messages are not on this device. */
  readonly notWhole: readonly string[]
  /** The number of conversations that are no longer on this device. */
  readonly gone: number
}

/** Produces the parts of a file in order and keeps no state. */
export type ExportWriter = {
  readonly begin: () => string
  readonly write: (thread: ExportedThread, isFirst: boolean) => string
  readonly end: (tally: Tally) => string
}

/** Writes a few threads as one string. */
export function writeWhole(writer: ExportWriter, threads: readonly ExportedThread[]): string {
  const notWhole = threads.filter(({ held }) => held !== 'whole').map(({ conversationId }) => conversationId)
  return [
    writer.begin(),
    ...threads.map((thread, index) => writer.write(thread, index === 0)),
    writer.end({ written: threads.length, notWhole, gone: 0 }),
  ].join('')
}
