import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExportFile } from './exports.ts'

/** Written beside its place under a passing name: a file takes another name at once only on the same disk. */
export async function beginExportFile(path: string): Promise<ExportFile> {
  const passing = join(dirname(path), `.clarion-${randomUUID()}.part`)
  const file = await open(passing, 'wx')
  return {
    append: (text) => file.appendFile(text, 'utf8'),
    async keep() {
      // On the disk before it takes the name: a power cut leaves what was there, or all of this.
      await file.sync()
      await file.close()
      await rename(passing, path)
    },
    drop() {
      rmSync(passing, { force: true })
      void file.close()
    },
  }
}
