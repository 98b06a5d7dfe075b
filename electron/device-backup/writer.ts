import { CHUNK, type Sealing, sealChunk } from './chunks.ts'

/** Seals lines of text while they are written, a chunk at a time. */
export interface BackupWriter {
  line(content: string): Promise<void>
  /** Writes the last chunk. */
  end(): Promise<void>
}

export function makeBackupWriter(append: (bytes: Buffer) => Promise<void>, sealing: Sealing): BackupWriter {
  let waiting: Buffer[] = []
  let length = 0
  let index = 0

  async function write(content: Buffer, isLast: boolean): Promise<void> {
    const place = { index, isLast }
    // A number is used once, also if writing fails.
    index += 1
    await append(sealChunk(content, sealing, place))
  }

  return {
    async line(content) {
      const bytes = Buffer.from(`${content}\n`, 'utf8')
      waiting.push(bytes)
      length += bytes.length
      if (length <= CHUNK) return
      const all = Buffer.concat(waiting)
      // The last chunk is never empty: what fills a chunk exactly waits for what follows.
      let from = 0
      for (; all.length - from > CHUNK; from += CHUNK) await write(all.subarray(from, from + CHUNK), false)
      waiting = [Buffer.from(all.subarray(from))]
      length = all.length - from
    },
    end: () => write(Buffer.concat(waiting), true),
  }
}
