import type { WithoutKeychain } from '../../src/shared/sealing.ts'
import type { Log } from '../storage/log.ts'
import { errorFactsOf } from '../storage/error-facts.ts'

/** A secret as it is stored on disk. Persisted: add freely; rename or remove only with a migration. */
export type SealedKey = {
  readonly v: 1
  /** The keyring that sealed it. Another keyring on the same system cannot open it. `unprotected`: not sealed, only base64. */
  readonly backend: string
  /** base64 */
  readonly ciphertext: string
  /** Epoch ms. */
  readonly createdAt: number
}

/** The part of Electron's safeStorage that the app uses. Electron 25.1 does not have `getSelectedStorageBackend`. */
export type SafeStorage = {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(ciphertext: Buffer): string
  getSelectedStorageBackend?(): string
}

/** The backend of a secret that is stored as it is, because the user accepted that on a system without a keyring. Persisted. */
export const UNPROTECTED = 'unprotected'

/** Makes API keys, data keys and unsent ops fit for the disk: sealed by the system's keyring, or as the user chose for a system without one. */
export interface KeyVault {
  /**
   * Null when this system has no real keyring and the user did not accept unprotected secrets: then the secret must not be written to
   * the disk. The backend of the result is `unprotected` when nothing sealed it.
   */
  seal(secret: string): SealedKey | null
  /** Null when it cannot be opened now. Callers keep the sealed key, because the keyring may be available later. */
  open(sealed: SealedKey): string | null
  /** Whether `seal` would give a result now. */
  canSeal(): boolean
}

/**
 * `load` is called at first use and must not run before the app is ready: on macOS, earlier access to safeStorage creates a
 * keychain entry under the wrong name.
 */
export function makeKeyVault(options: {
  readonly load: () => SafeStorage
  readonly platform: string
  readonly withoutKeychain: () => WithoutKeychain
  readonly now: () => number
  readonly log: Log
}): KeyVault {
  const { load, platform, withoutKeychain, now, log } = options
  let hasSealed = false

  /** safeStorage throws when the keyring is locked, missing or broken. This is expected, so the result is null. */
  function attempt<T>(what: string, work: (storage: SafeStorage) => T | null): T | null {
    try {
      return work(load())
    } catch (error) {
      log('keyring-failed', { what, ...errorFactsOf(error) })
      return null
    }
  }

  function sealByKeyring(secret: string): SealedKey | null {
    return attempt('seal', (storage) => {
      const backend = backendOf(storage, platform)
      if (!storage.isEncryptionAvailable() || backend === 'basic_text') return null
      const ciphertext = storage.encryptString(secret)
      if (isFixedPassword(ciphertext, platform) || storage.decryptString(ciphertext) !== secret) return null
      hasSealed = true
      return { v: 1, backend, ciphertext: ciphertext.toString('base64'), createdAt: now() }
    })
  }

  function seal(secret: string): SealedKey | null {
    const sealed = sealByKeyring(secret)
    if (sealed !== null || withoutKeychain() !== 'unprotected') return sealed
    return { v: 1, backend: UNPROTECTED, ciphertext: Buffer.from(secret).toString('base64'), createdAt: now() }
  }

  return {
    seal,
    open: (sealed) =>
      sealed.backend === UNPROTECTED
        ? readUnprotected(sealed)
        : attempt('open', (storage) => {
            const ciphertext = Buffer.from(sealed.ciphertext, 'base64')
            if (isFixedPassword(ciphertext, platform)) return null
            const secret = storage.decryptString(ciphertext)
            return secret === '' ? null : secret
          }),
    // A keyring that has worked is not asked again: a call may take long.
    canSeal: () => hasSealed || seal('probe') !== null,
  }
}

function readUnprotected({ ciphertext }: SealedKey): string | null {
  const secret = Buffer.from(ciphertext, 'base64').toString()
  return secret !== '' && Buffer.from(secret).toString('base64') === ciphertext ? secret : null
}

function backendOf(storage: SafeStorage, platform: string): string {
  if (platform === 'darwin') return 'keychain'
  if (platform === 'win32') return 'dpapi'
  return storage.getSelectedStorageBackend?.() ?? 'unknown'
}

/** On Linux, the prefix v10 means that Chromium encrypted with a password that is the same on every machine. That protects nothing. */
function isFixedPassword(ciphertext: Buffer, platform: string): boolean {
  return platform === 'linux' && ciphertext.subarray(0, 3).toString('latin1') === 'v10'
}

/** An API key is sent as a header, so it has printable ASCII characters only. */
export function isApiKey(text: string): boolean {
  return /^[\x21-\x7e]{1,1000}$/.test(text)
}
