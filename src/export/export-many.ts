import type { CachedThread } from '../db/cached-threads.ts'
import { type Failure, type Result, success } from '../shared/failure.ts'
import type { ExportWriter, Tally } from './export-writer.ts'
import { exportThread } from './exported-thread.ts'

/** Threads read at once: what they take of the page's time must not be felt, even where they are long. */
const CHUNK = 50
/** Characters that are sent to be written at once. */
const PIECE = 500_000

type Export = {
  readonly ids: readonly string[]
  readonly writer: ExportWriter
  readonly read: (ids: readonly string[]) => Promise<readonly (CachedThread | null)[]>
  readonly append: (content: string) => Promise<Result<null>>
  readonly isStopped: () => boolean
  readonly onProgress: (done: number) => void
  /** Resolves when whatever else waits for the page has had its turn. */
  readonly yieldToEventLoop: () => Promise<unknown>
}

/** Writes conversations in their order, a few at a time, and holds no more than these. Null when it was stopped. */
export async function exportMany(wanted: Export): Promise<Result<Tally | null>> {
  const { ids, writer, yieldToEventLoop } = wanted
  const notWhole: string[] = []
  let text = writer.begin()
  let [written, gone] = [0, 0]
  for (let from = 0; from < ids.length; from += CHUNK) {
    for (const thread of await wanted.read(ids.slice(from, from + CHUNK))) {
      if (thread === null) {
        gone += 1
        continue
      }
      text += writer.write(exportThread(thread), written === 0)
      written += 1
      if (thread.held !== 'whole') notWhole.push(thread.conversation.id)
    }
    const failure = text.length >= PIECE ? await send(text, wanted.append) : null
    if (wanted.isStopped()) return success(null)
    if (failure !== null) return { ok: false, failure }
    if (text.length >= PIECE) text = ''
    wanted.onProgress(Math.min(from + CHUNK, ids.length))
    await yieldToEventLoop()
  }
  const tally = { written, notWhole, gone }
  const failure = await send(text + writer.end(tally), wanted.append)
  if (wanted.isStopped()) return success(null)
  return failure === null ? success(tally) : { ok: false, failure }
}

async function send(text: string, append: Export['append']): Promise<Failure | null> {
  for (const piece of piecesOf(text, PIECE)) {
    const appended = await append(piece)
    if (!appended.ok) return appended.failure
  }
  return null
}

/** None longer than `most` characters, and none that ends within a character of two. */
export function piecesOf(text: string, most: number): readonly string[] {
  const pieces: string[] = []
  for (let from = 0; from < text.length;) {
    const isCutWithin = /[\uD800-\uDBFF]/.test(text.charAt(from + most - 1)) && from + most < text.length
    const end = from + most - (isCutWithin ? 1 : 0)
    pieces.push(text.slice(from, end))
    from = end
  }
  return pieces
}
