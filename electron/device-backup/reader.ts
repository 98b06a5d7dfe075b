import { CHUNK, countChunks, openChunk, placeInFile, type Sealing } from './chunks.ts'

/** A file that is open for reading. */
export interface SealedFile {
  /** Bytes. */
  readonly size: number
  /** Fewer bytes than asked for only at the end of the file. */
  read(from: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

/** A line of the text, and where it is, bytes. */
export type Line = { readonly text: string; readonly from: number; readonly length: number }

/** The file was changed, or a part of it is missing. */
export class Damaged extends Error {}

/** Bytes. Far more than a part with the longest texts. */
const MAX_LINE = 64 * 1024 * 1024

/** All lines in order. Throws `Damaged`. */
export async function* readLines(file: SealedFile, sealing: Sealing): AsyncGenerator<Line> {
  const count = countChunks(file.size)
  if (count === null) throw new Damaged()
  let begun: Buffer[] = []
  let begunLength = 0
  let from = 0
  for (let index = 0; index < count; index++) {
    let rest = await readChunk(file, sealing, index, count)
    for (let end = rest.indexOf(LINE_FEED); end !== -1; end = rest.indexOf(LINE_FEED)) {
      const bytes = Buffer.concat([...begun, rest.subarray(0, end)])
      yield { text: bytes.toString('utf8'), from, length: bytes.length }
      from += bytes.length + 1
      begun = []
      begunLength = 0
      rest = rest.subarray(end + 1)
    }
    begun.push(rest)
    begunLength += rest.length
    if (begunLength > MAX_LINE) throw new Damaged()
  }
  if (begunLength > 0) throw new Damaged()
}

/** One line again. Throws `Damaged` when the file was changed meanwhile. */
export async function readLine(
  file: SealedFile,
  sealing: Sealing,
  { from, length }: Pick<Line, 'from' | 'length'>,
): Promise<string> {
  const count = countChunks(file.size)
  if (count === null) throw new Damaged()
  const first = Math.floor(from / CHUNK)
  const last = Math.floor((from + length) / CHUNK)
  const chunks: Buffer[] = []
  for (let index = first; index <= last; index++) chunks.push(await readChunk(file, sealing, index, count))
  const start = from - first * CHUNK
  return Buffer.concat(chunks)
    .subarray(start, start + length)
    .toString('utf8')
}

const LINE_FEED = 10

async function readChunk(file: SealedFile, sealing: Sealing, index: number, count: number): Promise<Buffer> {
  const { from, length } = placeInFile(index, file.size)
  const content = openChunk(await file.read(from, length), sealing, { index, isLast: index === count - 1 })
  if (content === null) throw new Damaged()
  return content
}
