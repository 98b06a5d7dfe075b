import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { ApiAccount } from '../api/client.ts'

/**
 * A one-way print of an account, for its database to keep: it finds the database again when main's list of workspaces is lost. It
 * has a salt of its own, so that two prints of one key look unrelated, and scrypt makes each guess at a key take tens of milliseconds.
 */
export async function makeKeyPrint(account: ApiAccount): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await hashOf(account, salt)
  return `scrypt:${salt.toString('base64')}:${hash.toString('base64')}`
}

/** False for another account, and for what is no print. */
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
/** Multiples of three bytes, so that base64 has one form and no padding. */
const PRINT = /^scrypt:([A-Za-z0-9+/]{24}):([A-Za-z0-9+/]{44})$/

function hashOf({ baseUrl, apiKey }: ApiAccount, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(`${baseUrl}\n${apiKey}`, salt, HASH_BYTES, (error, hash) => (error === null ? resolve(hash) : reject(error)))
  })
}
