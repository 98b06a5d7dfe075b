import { uncompress } from 'snappyjs'

/**
 * Reads LevelDB files far enough to find what they store: every block, key and value of a table (`.ldb`), and every record, key and value
 * of a log (`.log`, `MANIFEST-…`). Checksums are ignored, because damaged bytes are readable too.
 */

const FOOTER_LENGTH = 48
const MAGIC = Buffer.from('57fb808b247547db', 'hex')

/** The decoded parts of a table. Throws after the last one if there are others that cannot be decoded. */
export function* readTable(file: Buffer): Generator<Buffer> {
  const footer = file.subarray(-FOOTER_LENGTH)
  if (footer.length < FOOTER_LENGTH || !footer.subarray(-MAGIC.length).equals(MAGIC)) throw new Error('no footer')
  const cursor = new Cursor(footer)
  let failure: unknown = null
  for (const root of [readBlock(file, handleIn(cursor)), readBlock(file, handleIn(cursor))]) {
    yield root
    for (const entry of readEntries(root)) {
      yield entry.key
      try {
        yield* partsOfBlock(readBlock(file, handleIn(new Cursor(entry.value))), isFilter(entry.key))
      } catch (error) {
        failure = error
      }
    }
  }
  if (failure !== null) throw failure
}

function* partsOfBlock(block: Buffer, isWhole: boolean): Generator<Buffer> {
  yield block
  if (!isWhole) for (const { key, value } of readEntries(block)) yield* [key, value]
}

/** The block of a filter has no entries. */
const isFilter = (key: Buffer): boolean => key.toString('latin1').startsWith('filter.')

type Handle = { readonly offset: number; readonly size: number }

function handleIn(cursor: Cursor): Handle {
  return { offset: cursor.varint(), size: cursor.varint() }
}

function readBlock(file: Buffer, { offset, size }: Handle): Buffer {
  const stored = file.subarray(offset, offset + size)
  const type = file[offset + size]
  if (type === 0) return stored
  if (type !== 1) throw new Error(`compression ${type} is unknown`)
  return Buffer.from(uncompress(stored))
}

/** A key is stored as its difference from the key before it. */
function* readEntries(block: Buffer): Generator<{ readonly key: Buffer; readonly value: Buffer }> {
  const restarts = block.readUInt32LE(block.length - 4)
  const cursor = new Cursor(block.subarray(0, block.length - 4 * (restarts + 1)))
  let key = Buffer.alloc(0)
  while (!cursor.isAtEnd) {
    const [shared, unshared, length] = [cursor.varint(), cursor.varint(), cursor.varint()]
    key = Buffer.concat([key.subarray(0, shared), cursor.take(unshared)])
    yield { key, value: cursor.take(length) }
  }
}

const LOG_BLOCK = 32_768
const LOG_HEADER = 7
/** Types of the pieces of a record. */
const [FULL, FIRST, LAST] = [1, 2, 4]

/** The records of a log, also an incomplete last one, and the keys and values in them. */
export function* readLog(file: Buffer): Generator<Buffer> {
  let pieces: Buffer[] = []
  for (const { type, bytes } of readPieces(file)) {
    if (type === FULL || type === FIRST) {
      if (pieces.length > 0) yield* partsOfRecord(Buffer.concat(pieces))
      pieces = []
    }
    pieces.push(bytes)
    if (type === FULL || type === LAST) {
      yield* partsOfRecord(Buffer.concat(pieces))
      pieces = []
    }
  }
  if (pieces.length > 0) yield* partsOfRecord(Buffer.concat(pieces))
}

function* readPieces(file: Buffer): Generator<{ readonly type: number; readonly bytes: Buffer }> {
  for (let block = 0; block < file.length; block += LOG_BLOCK) {
    const end = Math.min(block + LOG_BLOCK, file.length)
    for (let at = block; at + LOG_HEADER <= end;) {
      const [length, type] = [file.readUInt16LE(at + 4), file.readUInt8(at + 6)]
      // The rest of a block that is too short for a header is empty, and so is reserved space.
      if (type < FULL || type > LAST) break
      yield { type, bytes: file.subarray(at + LOG_HEADER, Math.min(at + LOG_HEADER + length, end)) }
      at += LOG_HEADER + length
    }
  }
}

/** Sequence number and count, then puts and deletions. The records of a manifest have another form and are only yielded whole. */
function* partsOfRecord(record: Buffer): Generator<Buffer> {
  yield record
  const cursor = new Cursor(record.subarray(12))
  while (!cursor.isAtEnd) {
    const tag = cursor.varint()
    if (tag > 1) return
    yield cursor.take(cursor.varint())
    if (tag === 1) yield cursor.take(cursor.varint())
  }
}

class Cursor {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  varint(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.#at++] ?? 0
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }

  /** Fewer bytes at the end of a damaged file. */
  take(length: number): Buffer {
    const start = this.#at
    this.#at += length
    return this.#bytes.subarray(start, this.#at)
  }
}
