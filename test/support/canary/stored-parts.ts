import { basename } from 'node:path'
import { uncompress } from 'snappyjs'
import { readLog, readTable } from './leveldb.ts'

/** `where`: how the bytes were reached. */
export type Part = { readonly where: 'file' | 'table' | 'log' | 'compressed value'; readonly bytes: Uint8Array }

/** A file that cannot be decoded to its end. */
export class Undecodable extends Error {}

/** All that a file contains: its bytes, and what is compressed or in pieces in them. Throws Undecodable after the last part. */
export function* partsOf(path: string, file: Buffer): Generator<Part> {
  for (const part of storedIn(path, file)) {
    yield part
    const value = uncompressValue(part.bytes)
    if (value !== null) yield { where: 'compressed value', bytes: value }
  }
}

function* storedIn(path: string, file: Buffer): Generator<Part> {
  yield { where: 'file', bytes: file }
  if (/\.(ldb|sst)$/.test(path)) yield* tableParts(file)
  if (/\.log$|^MANIFEST-/.test(basename(path))) for (const bytes of readLog(file)) yield { where: 'log', bytes }
}

function* tableParts(file: Buffer): Generator<Part> {
  const table = readTable(file)
  for (;;) {
    const next = attempt(() => table.next())
    if (next === null) throw new Undecodable()
    if (next.done === true) return
    yield { where: 'table', bytes: next.value }
  }
}

/** The mark of a value that a newer Chromium compressed before it gave it to IndexedDB. It follows the version of the value. */
const COMPRESSED = Buffer.from([0xff, 0x11, 0x02])
const MAX_VERSION_LENGTH = 10

function uncompressValue(bytes: Uint8Array): Uint8Array | null {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_VERSION_LENGTH)).indexOf(COMPRESSED)
  if (at === -1) return null
  return attempt(() => uncompress(bytes.subarray(at + COMPRESSED.length)))
}

function attempt<T>(decode: () => T): T | null {
  try {
    return decode()
  } catch {
    return null
  }
}
