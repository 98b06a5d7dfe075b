import type { ExportedThread } from './exported-thread.ts'

/** What a file is of. */
export type About = {
  /** Null for one thread, which says itself what it is. */
  readonly title: string | null
  /** Epoch ms. */
  readonly exportedAt: number
}

/** What came of it. */
export type Tally = {
  readonly written: number
  /** Ids of conversations whose threads are not on this device to their newest word. */
  readonly notWhole: readonly string[]
  /** So many were not on this device any more. */
  readonly gone: number
}

/** Writes a file from its beginning to its end, and keeps nothing of it. */
export type ExportWriter = {
  readonly begin: () => string
  readonly write: (thread: ExportedThread, isFirst: boolean) => string
  readonly end: (tally: Tally) => string
}

/** For so few threads that the file is one piece. */
export function writeWhole(writer: ExportWriter, threads: readonly ExportedThread[]): string {
  const notWhole = threads.filter(({ held }) => held !== 'whole').map(({ conversationId }) => conversationId)
  return [
    writer.begin(),
    ...threads.map((thread, index) => writer.write(thread, index === 0)),
    writer.end({ written: threads.length, notWhole, gone: 0 }),
  ].join('')
}
