import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { compress } from 'snappyjs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { removeFolder } from '../remove-folder.ts'
import { makeLog, makeTable } from './make-leveldb.ts'
import { MIN_SECRET_LENGTH, type Secret } from './needles.ts'
import { describeFindings, type Scan, scanFolder } from './scan-folder.ts'

const NAME: Secret = { kind: 'name', text: 'Zoë "Quagga" Ñandú/7' }
const NOTE: Secret = { kind: 'note', text: 'okapi??>>~~7391' }
const NAME_UTF8 = Buffer.from(NAME.text)

function scan(files: Readonly<Record<string, Uint8Array>>, secrets: readonly Secret[] = [NAME, NOTE]): Scan {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-canary-'))
  onTestFinished(() => removeFolder(folder))
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return scanFolder(folder, secrets)
}

/** Bytes that no needle contains, so that what is found is what was planted. */
const noise = (length: number): Buffer => Buffer.alloc(length, Buffer.from([0, 1, 200, 3, 254]))

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
const inBase64 = (before: number, text: string): string =>
  Buffer.concat([noise(before), Buffer.from(text), noise(4)]).toString('base64')

describe('scanFolder finds a text', () => {
  it.each<[string, Secret, Uint8Array]>([
    ['UTF-8', NAME, NAME_UTF8],
    ['Latin-1', NAME, Buffer.from(NAME.text, 'latin1')],
    ['UTF-16LE', NAME, Buffer.from(NAME.text, 'utf16le')],
    ['UTF-16BE', NAME, utf16be(NAME.text)],
    ['lower case', NAME, Buffer.from('zoë "quagga" ñandú/7')],
    ['lower case in Latin-1', NAME, Buffer.from('zoë "quagga" ñandú/7', 'latin1')],
    ['upper case', NAME, Buffer.from('ZOË "QUAGGA" ÑANDÚ/7')],
    ['no accents', NAME, Buffer.from('zoe "quagga" nandu/7')],
    ['no accents in UTF-16BE', NAME, utf16be('zoe "quagga" nandu/7')],
    ['decomposed accents', NAME, Buffer.from(NAME.text.normalize('NFD'))],
    ['JSON', NAME, Buffer.from(JSON.stringify({ name: NAME.text }))],
    ['JSON in UTF-16LE', NAME, Buffer.from(JSON.stringify({ name: NAME.text }), 'utf16le')],
    ['JSON in Latin-1', NAME, Buffer.from(JSON.stringify({ name: NAME.text }), 'latin1')],
    ['ASCII JSON', NAME, Buffer.from('Zo\\u00eb \\"Quagga\\" \\u00d1and\\u00fa/7')],
    ['ASCII JSON with capitals', NAME, Buffer.from('Zo\\u00EB \\"Quagga\\" \\u00D1and\\u00FA/7')],
    ['JSON with an escaped slash', NAME, Buffer.from('Zoë \\"Quagga\\" Ñandú\\/7')],
    [
      'an address',
      NAME,
      Buffer.from(new URLSearchParams({ q: 'okapi okapi' }).toString() + encodeURIComponent(NAME.text)),
    ],
    [
      'a form',
      { kind: 'query', text: 'okapi & zebu' },
      Buffer.from(new URLSearchParams({ q: 'okapi & zebu' }).toString()),
    ],
    ['hex', NAME, Buffer.from(NAME_UTF8.toString('hex'))],
    ['hex with capitals', NAME, Buffer.from(NAME_UTF8.toString('hex').toUpperCase())],
    ['hex in UTF-16LE', NAME, Buffer.from(NAME_UTF8.toString('hex'), 'utf16le')],
    ['hex of UTF-16LE', NAME, Buffer.from(Buffer.from(NAME.text, 'utf16le').toString('hex'))],
    ['base64 of UTF-16BE', NAME, Buffer.from(utf16be(NAME.text).toString('base64'))],
    ['base64 in UTF-16LE', NAME, Buffer.from(inBase64(1, NAME.text), 'utf16le')],
    ...[0, 1, 2, 3, 4].flatMap((before): [string, Secret, Uint8Array][] => [
      [`base64 after ${before} bytes`, NOTE, Buffer.from(inBase64(before, NOTE.text))],
      [
        `base64url after ${before} bytes`,
        NOTE,
        Buffer.from(Buffer.from(inBase64(before, NOTE.text), 'base64').toString('base64url')),
      ],
    ]),
  ])('as %s', (_form, secret, planted) => {
    const damaged = Buffer.from(planted)
    const middle = Math.floor(damaged.length / 2)
    damaged.writeUInt8(damaged.readUInt8(middle) ^ 0x81, middle)
    const after = [0, 1, 2, 3, 8_191].map((length) => Buffer.concat([noise(length), planted, noise(2)]))
    const { findings } = scan({ ...Object.fromEntries(after.entries()), alone: planted, damaged }, [secret])
    expect([...new Set(findings.map(({ file }) => file))].toSorted()).toEqual(['0', '1', '2', '3', '4', 'alone'])
    expect(new Set(findings.map(({ kind, where }) => `${kind} ${where}`))).toEqual(new Set([`${secret.kind} file`]))
  })

  it('in the name of a file, of a folder and in the target of a link', () => {
    const folder = mkdtempSync(join(tmpdir(), 'clarion-canary-'))
    onTestFinished(() => removeFolder(folder))
    const [file, link] = ['a okapi okapi.txt', 'link']
    mkdirSync(join(folder, 'zebu zebu zebu'))
    writeFileSync(join(folder, 'zebu zebu zebu', file), '')
    symlinkSync('bongo bongo', join(folder, link))
    const secrets = ['okapi okapi', 'zebu zebu zebu', 'bongo bongo'].map((text) => ({ kind: text, text }))
    expect(describeFindings(scanFolder(folder, secrets).findings)).toEqual([
      'bongo bongo: link (name, UTF-8)',
      `okapi okapi: ${join('zebu zebu zebu', file)} (name, UTF-8)`,
      'zebu zebu zebu: zebu zebu zebu (name, UTF-8)',
      `zebu zebu zebu: ${join('zebu zebu zebu', file)} (name, UTF-8)`,
    ])
  })
})

/** Snappy replaces what it has seen before: of a repeated text, the compressed bytes contain one copy, in pieces if parts came before. */
const PIECES = Buffer.concat([NAME_UTF8.subarray(0, 9), noise(40), NAME_UTF8.subarray(9), noise(40), NAME_UTF8])

function onlyWhere(result: Scan): readonly string[] {
  return [...new Set(result.findings.map(({ where }) => where))]
}

describe('scanFolder finds what cannot be seen in the bytes of a file:', () => {
  const row = (value: Buffer, key = 'k') => ({ key: Buffer.from(key), value })

  it('a value in a compressed table', () => {
    const table = makeTable([[row(PIECES)]], { isCompressed: true })
    expect(table.includes(NAME_UTF8)).toBe(false)
    const result = scan({ 'db/000005.ldb': table })
    expect(onlyWhere(result)).toEqual(['table'])
    expect(result.unread).toEqual([])
  })

  it.each([true, false])(
    'a key that is stored as its difference from the one before (compressed: %s)',
    (isCompressed) => {
      const entries = [Buffer.from('Zoë "Quagga" B'), NAME_UTF8].map((key) => ({ key, value: noise(3) }))
      const table = makeTable([entries], { isCompressed })
      expect(table.includes(NAME_UTF8)).toBe(false)
      expect(onlyWhere(scan({ '000005.ldb': table }))).toEqual(['table'])
    },
  )

  it.each(['000003.log', 'MANIFEST-000001'])('a record that continues in the next block of %s', (name) => {
    for (const before of [1, 5, 10, 15]) {
      const fill = 32_768 - 7 - 12 - 8 - before
      const log = makeLog([[row(Buffer.concat([noise(fill), NAME_UTF8]))]])
      expect(log.includes(NAME_UTF8)).toBe(false)
      expect(onlyWhere(scan({ [name]: log }))).toEqual(['log'])
    }
  })

  it('a record over three blocks whose end is missing', () => {
    const log = makeLog([
      [row(noise(100))],
      [row(Buffer.concat([noise(32_768 - 7 - 120 - 30), NAME_UTF8, noise(90_000)]))],
    ])
    const cut = log.subarray(0, 80_000)
    expect(cut.includes(NAME_UTF8)).toBe(false)
    expect(onlyWhere(scan({ '000003.log': cut }))).toEqual(['log'])
  })

  it('a record after reserved space and in a later block', () => {
    const log = Buffer.concat([makeLog([[row(noise(10))]]), Buffer.alloc(32_768)])
    const later = Buffer.concat([log.subarray(0, 32_768), makeLog([[row(Buffer.concat([noise(32_730), NAME_UTF8]))]])])
    expect(onlyWhere(scan({ '000003.log': later }))).toEqual(['log'])
  })

  it('a value that Chromium compressed, in a table, a log and a file of its own', () => {
    const value = Buffer.concat([Buffer.from([0x80, 0x01, 0xff, 0x11, 0x02]), compress(PIECES)])
    expect(value.includes(NAME_UTF8)).toBe(false)
    const result = scan({
      '000005.ldb': makeTable([[row(value)]], { isCompressed: false }),
      '000006.ldb': makeTable([[row(value)]], { isCompressed: true }),
      '000003.log': makeLog([[row(value)]]),
      'blob/1/00/5': value,
    })
    expect(result.findings.map(({ where }) => where)).toEqual(Array(4).fill('compressed value'))
    expect(new Set(result.findings.map(({ file }) => file)).size).toBe(4)
  })
})

describe('scanFolder', () => {
  it('finds each secret of many, in each file, and says what, where and how but not the text', () => {
    const files = {
      'a.txt': Buffer.from(`x ${NAME.text}`),
      'b/c.txt': Buffer.from(`${NOTE.text}—${NAME.text}`, 'utf16le'),
    }
    const lines = describeFindings(scan(files).findings)
    expect(lines).toEqual([
      'name: a.txt (file, UTF-8)',
      `name: ${join('b', 'c.txt')} (file, UTF-16LE)`,
      `note: ${join('b', 'c.txt')} (file, UTF-16LE)`,
    ])
    expect(lines.join('\n')).not.toContain('Quagga')
  })

  it('finds nothing where nothing is, and counts what it searched', () => {
    const result = scan({
      'a.txt': Buffer.from('Zoë Quagga'),
      '5.ldb': makeTable([[{ key: noise(4), value: noise(400) }]], { isCompressed: true }),
      '3.log': makeLog([[{ key: noise(4), value: noise(40_000) }]]),
    })
    expect(result.findings).toEqual([])
    expect(result.files.toSorted()).toEqual(['3.log', '5.ldb', 'a.txt'])
    // The blocks of a table with their entries; a record, its key and its value.
    expect(result.parts).toEqual({ file: 3, table: 6, log: 3, 'compressed value': 0 })
  })

  it('names a table that it cannot decode, and searches the rest of it and the other files', () => {
    const rows = (value: Buffer) => [{ key: noise(4), value }]
    const table = makeTable([rows(noise(9)), rows(PIECES)], { isCompressed: true })
    const firstBlock = compress(Buffer.concat([Buffer.from([0, 4, 9]), noise(4), noise(9), Buffer.alloc(8)])).length
    const damaged = Buffer.from(table)
    damaged.writeUInt8(7, firstBlock)
    const result = scan({
      'damaged.ldb': damaged,
      'cut.ldb': table.subarray(0, -10),
      'short.ldb': Buffer.from('short'),
      'z.txt': NAME_UTF8,
    })
    expect(result.unread.toSorted()).toEqual(['cut.ldb', 'damaged.ldb', 'short.ldb'])
    expect([...new Set(result.findings.map(({ file }) => file))].toSorted()).toEqual(['damaged.ldb', 'z.txt'])
  })

  it('refuses a secret that is too short to be found for certain', () => {
    expect(() => scan({}, [{ kind: 'tag', text: 'x'.repeat(MIN_SECRET_LENGTH - 1) }])).toThrow('"tag" is too short')
  })
})
