import type { CachedThread } from '../db/cached-threads.ts'
import { type Failure, type Result, success } from '../shared/failure.ts'
import type { ExportWriter, Tally } from './export-writer.ts'
import { exportThread } from './exported-thread.ts'

/** Threads read at once: few enough that the page stays responsive, even when they are long. */
const CHUNK = 50
/** Characters sent to the main process at once. */
const PIECE_LENGTH = 500_000

type Export = {
  readonly ids: readonly string[]
  readonly writer: ExportWriter
  readonly read: (ids: readonly string[]) => Promise<readonly (CachedThread | null)[]>
  readonly append: (content: string) => Promise<Result<null>>
  readonly isStopped: () => boolean
  readonly onProgress: (done: number) => void
  /** Resolves after other tasks waiting on the page have run. */
  readonly yieldToEventLoop: () => Promise<unknown>
}

/** Writes the conversations in order, a few at a time to bound memory. Null when stopped. */
export async function exportMany(options: Export): Promise<Result<Tally | null>> {
  const { ids, writer, yieldToEventLoop } = options
  const notWhole: string[] = []
  let text = writer.begin()
  let [written, gone] = [0, 0]
  for (let from = 0; from < ids.length; from += CHUNK) {
    for (const thread of await options.read(ids.slice(from, from + CHUNK))) {
      if (thread === null) {
        gone += 1
        continue
      }
      text += writer.write(exportThread(thread), written === 0)
      written += 1
      if (thread.held !== 'whole') notWhole.push(thread.conversation.id)
    }
    const failure = text.length >= PIECE_LENGTH ? await send(text, options.append) : null
    if (options.isStopped()) return success(null)
    if (failure !== null) return { ok: false, failure }
    if (text.length >= PIECE_LENGTH) text = ''
    options.onProgress(Math.min(from + CHUNK, ids.length))
    await yieldToEventLoop()
  }
  const tally = { written, notWhole, gone }
  const failure = await send(text + writer.end(tally), options.append)
  if (options.isStopped()) return success(null)
  return failure === null ? success(tally) : { ok: false, failure }
}

async function send(text: string, append: Export['append']): Promise<Failure | null> {
  for (const piece of piecesOf(text, PIECE_LENGTH)) {
    const appended = await append(piece)
    if (!appended.ok) return appended.failure
  }
  return null
}

/** Splits a text into pieces of at most `maxLength` UTF-16 units, without splitting a surrogate pair. */
export function piecesOf(text: string, maxLength: number): readonly string[] {
  const pieces: string[] = []
  for (let from = 0; from < text.length;) {
    const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(from + maxLength - 1)) && from + maxLength < text.length
    const end = from + maxLength - (splitsPair ? 1 : 0)
    pieces.push(text.slice(from, end))
    from = end
  }
  return pieces
}
