import { open, stat } from 'node:fs/promises'
import type { SealedFile } from './reader.ts'

/** Opens a file for reading. Throws for anything that is not a plain file: reading a pipe would never end. */
export async function openSealedFile(path: string): Promise<SealedFile> {
  const before = await stat(path)
  if (!before.isFile()) throw Object.assign(new Error('not a plain file'), { code: 'EINVAL' })
  const handle = await open(path, 'r')
  const { size } = await handle.stat()
  return {
    size,
    async read(from, length) {
      const bytes = Buffer.alloc(length)
      let done = 0
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, from + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return bytes.subarray(0, done)
    },
    close: () => handle.close(),
  }
}
