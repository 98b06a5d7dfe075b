import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Header, Keys } from './header.ts'
import { HEADER_BYTES } from './header.ts'

/**
 * The body of a backup file is one text in chunks, each sealed with AES-256-GCM (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
 * Vizár, 2015). A chunk's nonce holds its number and whether it is the last one, so that a chunk that is moved, repeated, left out or cut off
 * is noticed. All chunks but the last have the same length, so any place in the text can be read alone.
 */

/** Of the text in a chunk, bytes. */
export const CHUNK = 64 * 1024
const TAG = 16
const SEALED_CHUNK = CHUNK + TAG
/** A chunk's number has four bytes. */
const MAX_CHUNKS = 2 ** 32

type Place = { readonly index: number; readonly isLast: boolean }

export function sealChunk(content: Buffer, { header, keys }: Sealing, place: Place): Buffer {
  const cipher = createCipheriv('aes-256-gcm', keys.file, nonceOf(header, place), { authTagLength: TAG })
  cipher.setAAD(header.head)
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** Null for a chunk that was changed or belongs to another place. */
export function openChunk(sealed: Buffer, { header, keys }: Sealing, place: Place): Buffer | null {
  if (sealed.length < TAG) return null
  const decipher = createDecipheriv('aes-256-gcm', keys.file, nonceOf(header, place), { authTagLength: TAG })
  decipher.setAAD(header.head)
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()])
  } catch {
    return null
  }
}

export type Sealing = { readonly header: Header; readonly keys: Keys }

function nonceOf({ noncePrefix }: Header, { index, isLast }: Place): Buffer {
  const number = Buffer.alloc(5)
  number.writeUInt32BE(index)
  number[4] = isLast ? 1 : 0
  return Buffer.concat([noncePrefix, number])
}

/** Where a chunk is in a file of this size, bytes. */
export function placeInFile(index: number, fileSize: number): { readonly from: number; readonly length: number } {
  const from = HEADER_BYTES + index * SEALED_CHUNK
  return { from, length: Math.min(SEALED_CHUNK, fileSize - from) }
}

/** The number of chunks in a file of this size; null when no file has that size. */
export function countChunks(fileSize: number): number | null {
  const body = fileSize - HEADER_BYTES
  const count = Math.ceil(body / SEALED_CHUNK)
  const last = body - (count - 1) * SEALED_CHUNK
  return body > 0 && last >= TAG && count <= MAX_CHUNKS ? count : null
}
