/** A text that must not be readable, and what it is: 'customer name', 'draft'. */
export type Secret = { readonly kind: string; readonly text: string }

/** One form in which a secret could be stored. */
export type Needle = { readonly kind: string; readonly encoding: string; readonly bytes: Buffer }

/** Shorter texts occur by chance in a profile of some megabytes. */
export const MIN_SECRET_LENGTH = 8

/** Every form in which a program could store the text. A search index stores it in lower case and without accents. */
export function listNeedles({ kind, text }: Secret): readonly Needle[] {
  if (text.length < MIN_SECRET_LENGTH) throw new Error(`The secret of "${kind}" is too short to be found for certain`)
  const needles = new Map<string, Needle>()
  for (const [writing, written] of writingsOf(text))
    for (const [form, shown] of formsOf(written))
      for (const [charset, bytes] of bytesOf(shown)) {
        const encoding = [writing, form, charset].filter((part) => part !== '').join(' ')
        const id = bytes.toString('latin1')
        if (!needles.has(id)) needles.set(id, { kind, encoding, bytes })
      }
  return [...needles.values()]
}

type Named<T> = readonly (readonly [name: string, value: T])[]

function writingsOf(text: string): Named<string> {
  const decomposed = text.normalize('NFD')
  return [
    ['', text],
    ['composed', text.normalize('NFC')],
    ['decomposed', decomposed],
    ['lower case', text.toLowerCase()],
    ['upper case', text.toUpperCase()],
    ['folded', decomposed.replaceAll(/\p{M}/gu, '').toLowerCase()],
  ]
}

function formsOf(text: string): Named<string> {
  const json = JSON.stringify(text).slice(1, -1)
  const escaped = (write: (hex: string) => string): string =>
    json.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${write(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`)
  const url = encodeURIComponent(text)
  const packed = bytesOf(text).flatMap(([charset, bytes]) => [
    ...hexOf(bytes).map(([name, value]) => [`${name} of ${charset}`, value] as const),
    ...base64Of(bytes).map(([name, value]) => [`${name} of ${charset}`, value] as const),
  ])
  return [
    ['', text],
    ['JSON', json],
    ['JSON', json.replaceAll('/', '\\/')],
    ['ASCII JSON', escaped((hex) => hex)],
    ['ASCII JSON', escaped((hex) => hex.toUpperCase())],
    ['URL', url],
    ['URL', url.replaceAll('%20', '+')],
    ...packed,
  ]
}

function hexOf(bytes: Buffer): Named<string> {
  const hex = bytes.toString('hex')
  return [
    ['hex', hex],
    ['hex', hex.toUpperCase()],
  ]
}

/** What is the same in base64 whatever surrounds the bytes, for each of the three places in a group of three. */
function base64Of(bytes: Buffer): Named<string> {
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes])
    const [start, end] = [Math.ceil((offset * 8) / 6), Math.floor((padded.length * 8) / 6)]
    const named = (encoding: 'base64' | 'base64url') =>
      [`${encoding}+${offset}`, padded.toString(encoding).slice(start, end)] as const
    return [named('base64'), named('base64url')]
  })
}

function bytesOf(text: string): Named<Buffer> {
  const utf16 = Buffer.from(text, 'utf16le')
  const isLatin1 = !/[^\p{ASCII}\u0080-\u00ff]/u.test(text)
  return [
    ['UTF-8', Buffer.from(text)],
    ['UTF-16LE', utf16],
    // Keys in IndexedDB.
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    // Values in IndexedDB.
    ...(isLatin1 ? [['Latin-1', Buffer.from(text, 'latin1')] as const] : []),
  ]
}
