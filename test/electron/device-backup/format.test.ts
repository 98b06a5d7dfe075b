import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CHUNK } from '../../../electron/device-backup/chunks.ts'
import {
  type BadHeader,
  COST,
  HEADER_BYTES,
  type Header,
  isAffordable,
  isGenuine,
  makeHeader,
  makeKeys,
  parseHeader,
} from '../../../electron/device-backup/header.ts'
import { Damaged, readLine, readLines } from '../../../electron/device-backup/reader.ts'
import { CHEAP, fileOf, PASSPHRASE, sealLines } from './a-backup.ts'

/** The lines of a file, or why it cannot be read. */
async function open(
  bytes: Buffer,
  passphrase = PASSPHRASE,
): Promise<readonly string[] | BadHeader | 'wrong' | 'damaged'> {
  const header = parseHeader(bytes.subarray(0, HEADER_BYTES))
  if (typeof header === 'string') return header
  const keys = await makeKeys(passphrase, header)
  if (!isGenuine(header, keys)) return 'wrong'
  const lines: string[] = []
  try {
    for await (const { text } of readLines(fileOf(bytes), { header, keys })) lines.push(text)
  } catch (error) {
    if (error instanceof Damaged) return 'damaged'
    throw error
  }
  return lines
}

const SMALL = ['{"a":1}', '', 'Grüße, 你好 🙂']

describe('a backup file', () => {
  it.each([
    ['no line', []],
    ['short lines', SMALL],
    ['a line that fills a chunk exactly', ['x'.repeat(CHUNK - 1)]],
    ['a line that fills two chunks exactly', ['x'.repeat(2 * CHUNK - 1)]],
    ['a line one byte longer than a chunk', ['x'.repeat(CHUNK)]],
    ['a line over three chunks', ['é'.repeat(CHUNK + 17), 'after it']],
    ['many lines', Array.from({ length: 5_000 }, (_, index) => `line ${index} ${'y'.repeat(index % 97)}`)],
  ])('gives back %s', async (_, lines) => {
    expect(await open(await sealLines(lines))).toEqual(lines)
  })

  it('reads any line alone', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `${index} ${'ü'.repeat(index % 211)}`)
    const bytes = await sealLines(lines)
    const header = parseHeader(bytes) as Header
    const sealing = { header, keys: await makeKeys(PASSPHRASE, header) }
    let index = 0
    for await (const place of readLines(fileOf(bytes), sealing)) {
      if (index % 250 === 0 || place.text.length > 210) {
        expect(await readLine(fileOf(bytes), sealing, place)).toBe(lines[index])
      }
      index += 1
    }
    expect(index).toBe(3_000)
  })

  it('fails for a flipped bit in every byte', async () => {
    const bytes = await sealLines(SMALL)
    const outcomes = new Map<string, number>()
    for (let at = 0; at < bytes.length; at++) {
      for (const bit of [1, 128]) {
        const flipped = Buffer.from(bytes)
        flipped[at] = (bytes[at] ?? 0) ^ bit
        const outcome = await open(flipped)
        expect(typeof outcome, `byte ${at}`).toBe('string')
        outcomes.set(String(outcome), (outcomes.get(String(outcome)) ?? 0) + 1)
      }
    }
    expect([...outcomes.keys()].toSorted()).toEqual(['costly', 'damaged', 'newer', 'not-a-backup', 'wrong'])
  })

  it('fails when it is cut at any byte', async () => {
    const bytes = await sealLines(SMALL)
    for (let length = 0; length < bytes.length; length++) {
      const outcome = await open(bytes.subarray(0, length))
      expect(length === 0 ? ['not-a-backup'] : ['cut', 'damaged'], `${length} bytes`).toContain(outcome)
    }
  })

  it('fails when it is cut between chunks, or when chunks are left out, repeated, moved or added', async () => {
    const sealed = CHUNK + 16
    const bytes = await sealLines(['a'.repeat(CHUNK), 'b'.repeat(CHUNK), 'c'.repeat(CHUNK)])
    const head = bytes.subarray(0, HEADER_BYTES)
    const chunks = [0, 1, 2, 3].map((index) =>
      bytes.subarray(HEADER_BYTES + index * sealed, HEADER_BYTES + (index + 1) * sealed),
    )
    const [first, second, third, last] = chunks as [Buffer, Buffer, Buffer, Buffer]
    expect(await open(Buffer.concat([head, first, second, third, last]))).toHaveLength(3)
    for (const [what, body] of Object.entries({
      cut: [first, second, third],
      cutTwice: [first],
      leftOut: [first, third, last],
      repeated: [first, first, second, third, last],
      moved: [second, first, third, last],
      added: [first, second, third, last, last],
      zeros: [first, second, third, last, Buffer.alloc(20)],
    }))
      expect(await open(Buffer.concat([head, ...body])), what).toBe('damaged')
  })

  it('fails when it is cut between chunks where a line ends too', async () => {
    const lines = ['a', 'b', 'c'].map((letter) => letter.repeat(CHUNK - 1))
    const bytes = await sealLines(lines)
    expect(await open(bytes)).toEqual(lines)
    for (const chunks of [1, 2]) {
      expect(await open(bytes.subarray(0, HEADER_BYTES + chunks * (CHUNK + 16))), `${chunks} chunks`).toBe('damaged')
    }
  })

  it('does not take a chunk of another file with the same passphrase', async () => {
    const [one, other] = [await sealLines(SMALL), await sealLines(SMALL)]
    expect(one.length).toBe(other.length)
    expect(await open(Buffer.concat([one.subarray(0, HEADER_BYTES), other.subarray(HEADER_BYTES)]))).toBe('damaged')
  })

  it('has a salt and a nonce of its own each time', async () => {
    const files = await Promise.all(Array.from({ length: 20 }, () => sealLines(SMALL)))
    const digests = new Set(files.map((bytes) => createHash('sha256').update(bytes.subarray(18)).digest('hex')))
    expect(digests.size).toBe(20)
    const headers = files.map((bytes) => parseHeader(bytes) as Header)
    expect(new Set(headers.map(({ salt }) => salt.toString('hex'))).size).toBe(20)
    expect(new Set(headers.map(({ noncePrefix }) => noncePrefix.toString('hex'))).size).toBe(20)
  })

  it.each([
    ['another passphrase', 'four quiet green train', 'wrong'],
    ['another case', 'Four quiet green trains', 'wrong'],
    ['a space at the end', 'four quiet green trains ', 'wrong'],
  ])('does not open with %s', async (_, passphrase, outcome) => {
    expect(await open(await sealLines(SMALL), passphrase)).toBe(outcome)
  })

  it('opens however a keyboard composes the letters of the passphrase', async () => {
    expect(await open(await sealLines(SMALL, 'fünf Züge'), 'fünf Züge'.normalize('NFD'))).toEqual(SMALL)
  })
})

describe('parseHeader', () => {
  const head = async (): Promise<Buffer> => (await makeHeader(PASSPHRASE, CHEAP)).bytes
  const VERSION_AT = 15

  it.each([
    ['text', Buffer.from('Dear diary, today nothing happened.'.repeat(9)), 'not-a-backup'],
    ['a zip', Buffer.from('PK\u0003\u0004'.padEnd(200, '\0'), 'latin1'), 'not-a-backup'],
    ['nothing', Buffer.alloc(0), 'not-a-backup'],
    ['zeros', Buffer.alloc(200), 'not-a-backup'],
    ['the beginning of a head', Buffer.from('CLARION-BACKUP\n\u0001', 'latin1'), 'cut'],
  ] as const)('says that %s is no backup', (_, bytes, why) => {
    expect(parseHeader(bytes)).toBe(why)
  })

  it.each([
    [2, 'newer'],
    [255, 'newer'],
    [0, 'not-a-backup'],
  ] as const)('refuses version %d', async (version, why) => {
    const bytes = await head()
    bytes[VERSION_AT] = version
    expect(parseHeader(bytes)).toBe(why)
  })

  it('refuses a newer version before it looks at the rest, which may be shorter', () => {
    expect(parseHeader(Buffer.from('CLARION-BACKUP\n\u0002', 'latin1'))).toBe('newer')
  })

  it.each([
    ['as written', COST, true],
    ['the most memory', { logN: 18, r: 8, p: 4 }, true],
    ['512 MB', { logN: 19, r: 8, p: 1 }, false],
    ['512 MB by r', { logN: 17, r: 32, p: 1 }, false],
    ['a terabyte', { logN: 30, r: 255, p: 1 }, false],
    ['a shift that overflows', { logN: 255, r: 1, p: 1 }, false],
    ['hours', { logN: 18, r: 8, p: 255 }, false],
    ['no N', { logN: 0, r: 8, p: 1 }, false],
    ['no r', { logN: 17, r: 0, p: 1 }, false],
    ['no p', { logN: 17, r: 8, p: 0 }, false],
  ])('%s: whether it may cost that much', async (_, cost, isAllowed) => {
    expect(isAffordable(cost)).toBe(isAllowed)
    const bytes = await head()
    bytes.set([cost.logN, cost.r, cost.p], VERSION_AT + 1)
    expect(parseHeader(bytes) === 'costly').toBe(!isAllowed)
  })

  it('works with the real cost', async () => {
    const { header, keys } = await makeHeader(PASSPHRASE)
    expect(isGenuine(header, await makeKeys(PASSPHRASE, header))).toBe(true)
    expect(isGenuine(header, { ...keys, header: Buffer.alloc(32) })).toBe(false)
  })
})
