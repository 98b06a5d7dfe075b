import { randomBytes } from 'node:crypto'
import type { Workspace } from '../../src/shared/bridge.ts'
import type { DataKey, Protection, Sealed } from '../../src/shared/sealing.ts'
import { type KeyVault, type SealedKey, UNPROTECTED } from '../accounts/api-key.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import type { KeyFiles } from './key-files.ts'
import type { ProtectionChoice } from './protection.ts'

/** The keys of the workspaces' data. */
export interface DataKeys {
  /** Creates the key of a new database. The key is on the disk when the call returns, unless it may exist in memory only. */
  read(workspace: Pick<Workspace, 'kind' | 'databaseName'>, hasDatabase: boolean): DataKey
  /** The protection of a key that was read or created since the start; null for other databases. */
  protectionOf(databaseName: string): Protection | null
  /** Shreds the key: nothing can open its database again. Throws when a file may be left. */
  forget(databaseName: string): void
  /** Removes half-written files. */
  sweep(): void
}

/** Bytes. */
const KEY_LENGTH = 32

type KnownKey = { readonly key: string; readonly protection: Protection }

export function makeDataKeys(parts: {
  readonly files: KeyFiles
  readonly vault: KeyVault
  readonly choice: ProtectionChoice
  readonly log: Log
}): DataKeys {
  const { files, vault, choice, log } = parts
  /** Of this start. A reload then does not depend on the keychain. */
  const known = new Map<string, KnownKey>()

  function open(databaseName: string, key: string, protection: Protection): DataKey {
    known.set(databaseName, { key, protection })
    return { state: 'open', key, protection }
  }

  function attempt(what: string, work: () => void): boolean {
    try {
      work()
      return true
    } catch (error) {
      log('data-key-failed', { what, ...errorFactsOf(error) })
      return false
    }
  }

  function openInMemory(databaseName: string, key: string): DataKey {
    // Without the mark, the next start does not delete the database but asks the user.
    attempt('mark', () => choice.markTemporary(databaseName, true))
    return open(databaseName, key, 'memory')
  }

  /** Stores a key that is not on the disk. `isNew`: nothing was sealed with it. */
  function store(databaseName: string, key: string, isNew: boolean): DataKey {
    const sealed = vault.seal(key)
    if (sealed === null) {
      if (isNew && choice.read() !== 'memory') return { state: 'choose' }
      return openInMemory(databaseName, key)
    }
    if (!attempt('write', () => files.write(databaseName, sealed)))
      return isNew ? sealedAs('unwritable') : openInMemory(databaseName, key)
    attempt('mark', () => choice.markTemporary(databaseName, false))
    return open(databaseName, key, protectionOf(sealed))
  }

  function openStored(databaseName: string, sealed: SealedKey): DataKey {
    const key = known.get(databaseName)?.key ?? vault.open(sealed)
    const protection = protectionOf(sealed)
    if (key === null) return sealedAs(protection === 'keychain' ? 'keychain' : 'damaged')
    if (!isDataKey(key)) return sealedAs('damaged')
    if (protection === 'keychain') return open(databaseName, key, protection)
    // The key is unprotected because the user chose so. The file of the choice may be lost.
    if (choice.read() === 'unchosen') attempt('choose', () => choice.choose('unprotected'))
    return open(databaseName, key, protectWithKeychain(databaseName, key) ? 'keychain' : protection)
  }

  /** Seals an unprotected key once there is a keychain. */
  function protectWithKeychain(databaseName: string, key: string): boolean {
    const sealed = vault.seal(key)
    if (sealed === null || protectionOf(sealed) !== 'keychain') return false
    return attempt('protect', () => files.write(databaseName, sealed))
  }

  return {
    read({ kind, databaseName }, hasDatabase) {
      const key = known.get(databaseName)?.key
      if (kind === 'demo') {
        if (key === undefined && hasDatabase) return { state: 'expired' }
        return open(databaseName, key ?? makeKey(), 'memory')
      }
      const stored = files.read(databaseName)
      if (stored.state === 'stored') return openStored(databaseName, stored.sealed)
      if (stored.state === 'newer') return sealedAs('newer')
      if (key !== undefined) return store(databaseName, key, false)
      if (!hasDatabase) return store(databaseName, makeKey(), true)
      if (choice.isTemporary(databaseName)) return { state: 'expired' }
      return sealedAs(stored.state === 'damaged' ? 'damaged' : 'missing')
    },
    protectionOf: (databaseName) => known.get(databaseName)?.protection ?? null,
    forget(databaseName) {
      known.delete(databaseName)
      files.remove(databaseName)
      attempt('mark', () => choice.markTemporary(databaseName, false))
    },
    sweep: () => void attempt('sweep', () => files.sweep()),
  }
}

function makeKey(): string {
  return randomBytes(KEY_LENGTH).toString('base64')
}

function isDataKey(key: string): boolean {
  const bytes = Buffer.from(key, 'base64')
  return bytes.length === KEY_LENGTH && bytes.toString('base64') === key
}

function protectionOf({ backend }: SealedKey): Protection {
  return backend === UNPROTECTED ? 'unprotected' : 'keychain'
}

function sealedAs(why: Sealed): DataKey {
  return { state: 'sealed', why }
}
