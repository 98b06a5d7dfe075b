import type { Needle } from './needles.ts'

/** Every needle's first bytes are looked up by this many. */
const HEAD = 4
const TABLE_BITS = 18

/** Finds thousands of needles in one pass: a table of hashed heads excludes nearly every position. */
export function makeFinder(needles: readonly Needle[]): (bytes: Uint8Array) => ReadonlySet<Needle> {
  const table = new Uint8Array(1 << TABLE_BITS)
  const byHead = new Map<number, Needle[]>()
  for (const needle of needles) {
    const head = needle.bytes.readUInt32LE(0)
    table[hash(head)] = 1
    byHead.set(head, [...(byHead.get(head) ?? []), needle])
  }

  return (input) => {
    const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
    const found = new Set<Needle>()
    if (bytes.length < HEAD) return found
    let head = bytes.readUInt32LE(0)
    for (let at = 0; ; at += 1) {
      if (table[hash(head)] === 1)
        for (const needle of byHead.get(head) ?? [])
          if (bytes.subarray(at, at + needle.bytes.length).equals(needle.bytes)) found.add(needle)
      const next = bytes[at + HEAD]
      if (next === undefined) return found
      head = ((head >>> 8) | (next << 24)) >>> 0
    }
  }
}

function hash(head: number): number {
  return Math.imul(head, 0x9e37_79b1) >>> (32 - TABLE_BITS)
}
