import type { StateFile } from '../../electron/state-file.ts'

export type MemoryFile = StateFile & { state: unknown; readonly aside: unknown[]; isFull: boolean }

/** A state file in memory. It keeps what JSON keeps, and refuses when the disk is full. */
export function makeMemoryFile(state?: unknown): MemoryFile {
  return {
    state,
    aside: [],
    isFull: false,
    read() {
      return this.state
    },
    write(next) {
      if (this.isFull) throw new Error('ENOSPC')
      this.state = JSON.parse(JSON.stringify(next)) as unknown
    },
    setAside() {
      this.aside.push(this.state)
      this.state = undefined
    },
  }
}
