import { z } from 'zod'
import type { WithoutKeychain } from '../../src/shared/sealing.ts'
import type { StateFormat } from '../storage/state-bytes.ts'
import type { StateFile } from '../storage/state-file.ts'

/** Persisted: add freely; rename or remove only with a migration. */
const storedProtection = z.object({
  v: z.literal(1),
  withoutKeychain: z.enum(['unchosen', 'unprotected', 'memory']),
  /** Databases whose key was in memory only: no later start can open them. */
  memoryDatabases: z.array(z.string()).optional(),
})

export const PROTECTION_FORMAT: StateFormat = {
  version: 1,
  isValid: (state) => storedProtection.safeParse(state).success,
}

/** What the user chose for a system without a keychain, and which databases end with the app. A change throws when it cannot be stored. */
export interface ProtectionChoice {
  read(): WithoutKeychain
  choose(choice: WithoutKeychain): void
  /** True for a database whose key exists in the memory of one start only. */
  isTemporary(databaseName: string): boolean
  markTemporary(databaseName: string, isTemporary: boolean): void
}

export function makeProtectionChoice(file: StateFile): ProtectionChoice {
  const read = storedProtection.safeParse(file.read())
  let state: z.infer<typeof storedProtection> = read.success ? read.data : { v: 1, withoutKeychain: 'unchosen' }

  function change(next: Partial<typeof state>): void {
    const changed = { ...state, ...next }
    file.write(changed)
    state = changed
  }
  const temporary = (): readonly string[] => state.memoryDatabases ?? []

  return {
    read: () => state.withoutKeychain,
    choose(withoutKeychain) {
      if (withoutKeychain !== state.withoutKeychain) change({ withoutKeychain })
    },
    isTemporary: (databaseName) => temporary().includes(databaseName),
    markTemporary(databaseName, isTemporary) {
      if (temporary().includes(databaseName) === isTemporary) return
      const others = temporary().filter((name) => name !== databaseName)
      change({ memoryDatabases: isTemporary ? [...others, databaseName] : others })
    },
  }
}
