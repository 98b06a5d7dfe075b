import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { ApiAccount } from '../api/client.ts'

/**
 * A one-way hash of an account, stored in its database: it identifies the database when main's list of workspaces is lost. Each
 * print has its own salt, so that two prints of one key look unrelated. scrypt makes each guess at a key take tens of milliseconds.
 */
export async function makeKeyPrint(account: ApiAccount): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await hashOf(account, salt)
  return `scrypt:${salt.toString('base64')}:${hash.toString('base64')}`
}

/** False for another account, and for text that is not a print. */
export async function hasKeyPrint(account: ApiAccount, print: string): Promise<boolean> {
  const read = PRINT.exec(print)
  if (read === null) return false
  const [, salt = '', hash = ''] = read
  return timingSafeEqual(await hashOf(account, Buffer.from(salt, 'base64')), Buffer.from(hash, 'base64'))
}

export function isKeyPrint(text: string): boolean {
  return PRINT.test(text)
}

const SALT_BYTES = 18
const HASH_BYTES = 33
/** The lengths are multiples of three bytes, so that base64 needs no padding and has one form. */
const PRINT = /^scrypt:([A-Za-z0-9+/]{24}):([A-Za-z0-9+/]{44})$/

function hashOf({ baseUrl, apiKey }: ApiAccount, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(`${baseUrl}\n${apiKey}`, salt, HASH_BYTES, (error, hash) => (error === null ? resolve(hash) : reject(error)))
  })
}
