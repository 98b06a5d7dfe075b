import { compress } from 'snappyjs'

/** Small LevelDB files, to test that the scanner reads them. */

type Entry = { readonly key: Buffer; readonly value: Buffer }

/** Keys are stored as differences, as LevelDB does. */
export function makeTable(blocks: readonly (readonly Entry[])[], options: { readonly isCompressed: boolean }): Buffer {
  const stored: Buffer[] = []
  const append = (entries: readonly Entry[]): Buffer => {
    const offset = Buffer.concat(stored).length
    const block = store(blockOf(entries), options.isCompressed)
    stored.push(block)
    return Buffer.concat([varint(offset), varint(block.length - TRAILER)])
  }
  const index = blocks.map((entries, at) => ({ key: Buffer.from([at]), value: append(entries) }))
  const handles = Buffer.concat([append([]), append(index)])
  const footer = [handles, Buffer.alloc(40 - handles.length), Buffer.from('57fb808b247547db', 'hex')]
  return Buffer.concat([...stored, ...footer])
}

/** One byte for the compression, four for the checksum. */
const TRAILER = 5

function store(block: Buffer, isCompressed: boolean): Buffer {
  const bytes = isCompressed ? compress(block) : block
  return Buffer.concat([bytes, Buffer.from([isCompressed ? 1 : 0, 0, 0, 0, 0])])
}

function blockOf(entries: readonly Entry[]): Buffer {
  const stored = entries.map(({ key, value }, at) => {
    const before = entries[at - 1]?.key ?? Buffer.alloc(0)
    let shared = 0
    while (shared < before.length && shared < key.length && before[shared] === key[shared]) shared += 1
    const sizes = [shared, key.length - shared, value.length].map(varint)
    return Buffer.concat([...sizes, key.subarray(shared), value])
  })
  const restarts = Buffer.alloc(8)
  restarts.writeUInt32LE(1, 4)
  return Buffer.concat([...stored, restarts])
}

/** A log with one record for each batch of entries. */
export function makeLog(batches: readonly (readonly Entry[])[]): Buffer {
  let log: Buffer = Buffer.alloc(0)
  for (const batch of batches) {
    const puts = batch.map(({ key, value }) =>
      Buffer.concat([Buffer.from([1]), varint(key.length), key, varint(value.length), value]),
    )
    log = appendRecord(log, Buffer.concat([Buffer.alloc(12), ...puts]))
  }
  return log
}

const BLOCK = 32_768
const HEADER = 7

function appendRecord(log: Buffer, record: Buffer): Buffer {
  const pieces = [log]
  let size = log.length
  for (let at = 0, isFirst = true; isFirst || at < record.length; isFirst = false) {
    const left = BLOCK - (size % BLOCK)
    if (left < HEADER) {
      pieces.push(Buffer.alloc(left))
      size += left
    }
    const piece = record.subarray(at, at + BLOCK - (size % BLOCK) - HEADER)
    at += piece.length
    const header = Buffer.alloc(HEADER)
    header.writeUInt16LE(piece.length, 4)
    header.writeUInt8(isFirst ? (at === record.length ? 1 : 2) : at === record.length ? 4 : 3, 6)
    pieces.push(header, piece)
    size += header.length + piece.length
  }
  return Buffer.concat(pieces)
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return Buffer.from([...bytes, rest])
}
