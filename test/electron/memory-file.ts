import type { StateHealth } from '../../electron/storage/state-bytes.ts'
import type { StateFile } from '../../electron/storage/state-file.ts'

export type MemoryFile = Omit<StateFile, 'health'> & {
  state: unknown
  health: StateHealth
  isFull: boolean
}

/** A state file in memory. It stores what JSON can represent, and throws when the disk is full. */
export function makeMemoryFile(state?: unknown): MemoryFile {
  return {
    state,
    health: 'whole',
    isFull: false,
    read() {
      return this.state
    },
    write(next) {
      if (this.isFull) throw new Error('ENOSPC')
      this.state = JSON.parse(JSON.stringify(next)) as unknown
    },
    forgetDamaged: () => {},
  }
}
