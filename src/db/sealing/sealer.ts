import { aessiv } from '@noble/ciphers/aes.js'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/** Seals values under a workspace's data key. Synchronous, because IndexedDB commits a transaction that waits for anything else. */
export type Sealer = {
  /** `place` says where the value belongs (table and key): it cannot be opened as another place's value. */
  readonly seal: (place: string, value: unknown) => Uint8Array<ArrayBuffer>
  /** Undefined when the bytes are damaged, belong to another place or were sealed under another key. */
  readonly open: (place: string, sealed: unknown) => unknown
  /** A keyed hash of 32 hexadecimal digits, for exact matches in an index. */
  readonly hash: (text: string) => string
  /** A label that many rows share. Equal labels give equal tokens, so that rows can be counted by label without opening each. */
  readonly sealLabel: (label: string) => string
  /** Undefined when the token is damaged. */
  readonly openLabel: (token: string) => string | undefined
}

/** The length of a data key, bytes. */
const KEY_BYTES = 32
const NONCE_BYTES = 24
/** The first byte of each sealed value. */
const FORMAT = 1
const HASH_BYTES = 16
/** Labels and tokens in memory. Far more than an account has tags. */
const MAX_LABELS = 5_000

/** `dataKey`: 32 bytes as base64. */
export function makeSealer(dataKey: string): Sealer {
  const root = Uint8Array.from(atob(dataKey), (character) => character.charCodeAt(0))
  if (root.length !== KEY_BYTES) throw new Error('a data key has 32 bytes')
  const derive = (use: string, length: number): Uint8Array => hkdf(sha256, root, undefined, toBytes(use), length)
  const rowKey = derive('rows', 32)
  const labelKey = derive('labels', 64)
  const mac = hmac.create(sha256, derive('index', 32))
  const tokens = makeMemo(MAX_LABELS, (label: string) => bytesToHex(aessiv(labelKey).encrypt(toBytes(label))))
  const labels = makeMemo(MAX_LABELS, (token: string) =>
    attempt(() => fromBytes(aessiv(labelKey).decrypt(hexToBytes(token)))),
  )
  return {
    seal(place, value) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
      const sealed = xchacha20poly1305(rowKey, nonce, toBytes(place)).encrypt(toBytes(JSON.stringify(value)))
      const whole = new Uint8Array(1 + NONCE_BYTES + sealed.length)
      whole[0] = FORMAT
      whole.set(nonce, 1)
      whole.set(sealed, 1 + NONCE_BYTES)
      return whole
    },
    open(place, sealed) {
      if (!(sealed instanceof Uint8Array) || sealed[0] !== FORMAT) return undefined
      return attempt((): unknown => {
        const cipher = xchacha20poly1305(rowKey, sealed.slice(1, 1 + NONCE_BYTES), toBytes(place))
        return JSON.parse(fromBytes(cipher.decrypt(sealed.subarray(1 + NONCE_BYTES))))
      })
    },
    hash: (text) => bytesToHex(mac.clone().update(toBytes(text)).digest().subarray(0, HASH_BYTES)),
    sealLabel: tokens,
    openLabel: labels,
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

function toBytes(text: string): Uint8Array {
  return encoder.encode(text)
}

function fromBytes(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

/** The library throws for bytes that it cannot authenticate. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

function makeMemo<T>(max: number, make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    if (made.size >= max) made.clear()
    const value = make(key)
    made.set(key, value)
    return value
  }
}
