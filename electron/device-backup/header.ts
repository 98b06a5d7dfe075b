import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * The head of a backup file. Persisted in users' files: a change is a new version.
 *
 * | bytes | what |
 * | --- | --- |
 * | 15 | `CLARION-BACKUP` and a line feed |
 * | 1 | version of the format |
 * | 3 | cost of scrypt: log2 of N, r, p |
 * | 32 | salt |
 * | 7 | first part of each chunk's nonce |
 * | 32 | HMAC-SHA-256 of all before, under a key made from the passphrase |
 */
export type Header = {
  /** The authenticated bytes, without the HMAC. Each chunk is bound to them too. */
  readonly head: Buffer
  readonly cost: Cost
  readonly salt: Buffer
  readonly noncePrefix: Buffer
  readonly mac: Buffer
}

/** Of scrypt: it takes 128 · 2^logN · r bytes of memory, and p times as long. */
export type Cost = { readonly logN: number; readonly r: number; readonly p: number }

export type Keys = { readonly file: Buffer; readonly header: Buffer }

const MAGIC = Buffer.from('CLARION-BACKUP\n', 'latin1')
const VERSION = 1
const SALT_BYTES = 32
export const NONCE_PREFIX_BYTES = 7
const HEAD_BYTES = MAGIC.length + 1 + 3 + SALT_BYTES + NONCE_PREFIX_BYTES
const MAC_BYTES = 32
export const HEADER_BYTES = HEAD_BYTES + MAC_BYTES

/** 128 MB and about half a second: a program that guesses passphrases pays this for each guess. */
export const COST: Cost = { logN: 17, r: 8, p: 1 }
/** Bytes. A file of someone else must not use up this computer's memory. */
const MAX_MEMORY = 256 * 1024 * 1024
const MAX_P = 4

/** Why bytes are not the head of a backup that this version can open. */
export type BadHeader = 'not-a-backup' | 'newer' | 'cut' | 'costly'

/** Reads the head of a file. Whether it is genuine is known once there are keys: see `isGenuine`. */
export function parseHeader(bytes: Buffer): Header | BadHeader {
  const magic = bytes.subarray(0, MAGIC.length)
  if (!MAGIC.subarray(0, magic.length).equals(magic) || magic.length === 0) return 'not-a-backup'
  const version = bytes[MAGIC.length]
  if (version === undefined) return 'cut'
  if (version > VERSION) return 'newer'
  if (version < VERSION) return 'not-a-backup'
  if (bytes.length < HEADER_BYTES) return 'cut'
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES))
  const [logN = 0, r = 0, p = 0] = head.subarray(MAGIC.length + 1)
  if (!isAffordable({ logN, r, p })) return 'costly'
  const saltAt = MAGIC.length + 4
  return {
    head,
    cost: { logN, r, p },
    salt: head.subarray(saltAt, saltAt + SALT_BYTES),
    noncePrefix: head.subarray(saltAt + SALT_BYTES),
    mac: Buffer.from(bytes.subarray(HEAD_BYTES, HEADER_BYTES)),
  }
}

/** Whether this computer takes the memory and time that the head asks for. */
export function isAffordable({ logN, r, p }: Cost): boolean {
  return logN >= 1 && logN <= 30 && r >= 1 && p >= 1 && p <= MAX_P && 128 * 2 ** logN * r <= MAX_MEMORY
}

/** The head of a new file, with a salt and a nonce of its own, and the keys for it. */
export async function makeHeader(
  passphrase: string,
  cost: Cost = COST,
): Promise<{ readonly header: Header; readonly keys: Keys; readonly bytes: Buffer }> {
  const salt = randomBytes(SALT_BYTES)
  const noncePrefix = randomBytes(NONCE_PREFIX_BYTES)
  const parameters = Buffer.from([VERSION, cost.logN, cost.r, cost.p])
  const head = Buffer.concat([MAGIC, parameters, salt, noncePrefix])
  const keys = await makeKeys(passphrase, { cost, salt })
  const mac = macOf(head, keys)
  return { header: { head, cost, salt, noncePrefix, mac }, keys, bytes: Buffer.concat([head, mac]) }
}

/** False for another passphrase, and for a head that was changed. */
export function isGenuine({ head, mac }: Header, keys: Keys): boolean {
  return timingSafeEqual(macOf(head, keys), mac)
}

/** NFKC: a passphrase is the same however a keyboard composes its letters. */
export function makeKeys(passphrase: string, { cost, salt }: Pick<Header, 'cost' | 'salt'>): Promise<Keys> {
  const N = 2 ** cost.logN
  // What Node counts besides the table itself is small.
  const options = { N, r: cost.r, p: cost.p, maxmem: MAX_MEMORY + 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 64, options, (error, key) =>
      error === null ? resolve({ file: key.subarray(0, 32), header: key.subarray(32) }) : reject(error),
    )
  })
}

function macOf(head: Buffer, keys: Keys): Buffer {
  return createHmac('sha256', keys.header).update(head).digest()
}
