import { type Disk, listDamaged, moveAside, realDisk } from './disk.ts'
import {
  chooseState,
  MAX_STATE_BYTES,
  readStateBytes,
  type StateFormat,
  type StateHealth,
  type StateReading,
} from './state-bytes.ts'

/** A small JSON file with a copy of its last valid state beside it. Other users of this machine may not read it. */
export interface StateFile {
  /**
   * Undefined when there is no usable state. A damaged file is moved aside, and its copy is used. Never throws: an unreadable
   * file counts as damaged.
   */
  read(): unknown
  /** The result of the last read. */
  readonly health: StateHealth
  /** The state is on the disk when the call returns; otherwise it throws. It throws for a newer version's file and keeps that file. */
  write(state: unknown): void
  /** Removes damaged files that were moved aside: they may contain data that the user asked to delete. */
  forgetDamaged(): void
}

/** For a state whose reader validates the fields. */
const ANY_OBJECT: StateFormat = {
  version: 1,
  isValid: (state) => typeof state === 'object' && state !== null && !Array.isArray(state),
}

export function makeStateFile(
  path: string,
  now: () => number,
  format: StateFormat = ANY_OBJECT,
  disk: Disk = realDisk,
): StateFile {
  const copyPath = `${path}.bak`
  let health: StateHealth = 'new'

  function readFrom(from: string): StateReading {
    try {
      if ((disk.sizeOf(from) ?? 0) > MAX_STATE_BYTES) return { kind: 'damaged', why: 'huge' }
      const bytes = disk.read(from)
      return bytes === null ? { kind: 'absent' } : readStateBytes(bytes, format)
    } catch {
      return { kind: 'damaged', why: 'unreadable' }
    }
  }

  function read(): unknown {
    const [file, copy] = [readFrom(path), readFrom(copyPath)]
    const choice = chooseState(file, copy)
    health = choice.health
    if (choice.aside.includes('file')) attempt(() => moveAside(disk, path, now()))
    if (choice.aside.includes('copy')) attempt(() => moveAside(disk, copyPath, now()))
    const used = choice.use === 'file' ? file : copy
    if (choice.use === 'nothing' || used.kind !== 'valid') return undefined
    const text = toText(used.state)
    const isCopied = copy.kind === 'valid' && toText(copy.state) === text
    if (choice.use === 'copy') attempt(() => disk.replace(path, text))
    else if (!isCopied && copy.kind !== 'newer') attempt(() => disk.replace(copyPath, text))
    return used.state
  }

  function write(state: unknown): void {
    const text = toText(state)
    // The file may have changed since the last read, and a damaged one must be moved aside before it is overwritten.
    const known = readFrom(path)
    if (known.kind === 'newer' || health === 'newer') throw new Error('a newer version wrote this state')
    if (known.kind === 'damaged') moveAside(disk, path, now())
    disk.replace(path, text)
    // A copy that cannot be updated is removed, because it may contain data that the user has just asked to delete.
    if (!attempt(() => disk.replace(copyPath, text))) attempt(() => disk.remove(copyPath))
    health = 'whole'
  }

  return {
    read,
    write,
    get health() {
      return health
    },
    forgetDamaged() {
      for (const damaged of [...listDamaged(disk, path), ...listDamaged(disk, copyPath)]) {
        attempt(() => disk.remove(damaged))
      }
    },
  }
}

function toText(state: unknown): string {
  return JSON.stringify(state, null, 2)
}

/** Runs a step that may fail without harm. False when it failed. */
function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
