import { makeHeader } from '../../../electron/device-backup/header.ts'
import type { SealedFile } from '../../../electron/device-backup/reader.ts'
import { makeBackupWriter } from '../../../electron/device-backup/writer.ts'

/** Fast: its strength is tested nowhere here. */
export const CHEAP = { logN: 1, r: 1, p: 1 }
export const PASSPHRASE = 'four quiet green trains'

/** A sealed file with these lines. */
export async function sealLines(lines: readonly string[], passphrase = PASSPHRASE): Promise<Buffer> {
  const { header, keys, bytes } = await makeHeader(passphrase, CHEAP)
  const pieces = [bytes]
  const writer = makeBackupWriter(async (content) => void pieces.push(content), { header, keys })
  for (const line of lines) await writer.line(line)
  await writer.end()
  return Buffer.concat(pieces)
}

export function fileOf(bytes: Buffer): SealedFile {
  return {
    size: bytes.length,
    read: async (from, length) => Buffer.from(bytes.subarray(from, from + length)),
    close: () => Promise.resolve(),
  }
}
