import { dirname } from 'node:path'
import type { Disk } from '../../electron/storage/disk.ts'

/** A disk in memory. */
export function makeMemoryDisk(): Disk & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    read: (path) => files.get(path) ?? null,
    sizeOf: (path) => files.get(path)?.length ?? null,
    replace: (path, text) => void files.set(path, new TextEncoder().encode(text)),
    rename(from, to) {
      const bytes = files.get(from)
      if (bytes === undefined) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
      files.delete(from)
      files.set(to, bytes)
    },
    remove: (path) => void files.delete(path),
    list: (folder) =>
      [...files.keys()].filter((path) => dirname(path) === folder).map((path) => path.slice(folder.length + 1)),
  }
}
