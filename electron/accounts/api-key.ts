import type { Log } from '../storage/log.ts'
import { errorFactsOf } from '../storage/error-facts.ts'

/** A secret at rest. Persisted: add freely; rename or remove only with a migration. */
export type SealedKey = {
  readonly v: 1
  /** Which keyring sealed it; a system that changes its keyring cannot open what the former one sealed. */
  readonly backend: string
  /** base64 */
  readonly ciphertext: string
  /** Epoch ms. */
  readonly createdAt: number
}

/** The part of Electron's safeStorage in use. `getSelectedStorageBackend` came after Electron 25.1. */
export type SafeStorage = {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(ciphertext: Buffer): string
  getSelectedStorageBackend?(): string
}

/** Seals the key, and what people wrote that has to rest beside it. */
export interface KeyVault {
  /** Null when this system has no real keyring: the key then lives in memory, for this session. */
  seal(secret: string): SealedKey | null
  /** Null when it cannot be opened now. What was sealed is kept all the same: the keyring may come back. */
  open(sealed: SealedKey): string | null
}

/**
 * `load` is called at first use and never before the app is ready: merely touching safeStorage earlier creates a
 * keychain entry under the wrong name on macOS.
 */
export function makeKeyVault(options: {
  readonly load: () => SafeStorage
  readonly platform: string
  readonly now: () => number
  readonly log: Log
}): KeyVault {
  const { load, platform, now, log } = options

  /** A keyring that is locked, gone or broken says so by throwing: expected, and answered with null. */
  function attempt<T>(what: string, work: (storage: SafeStorage) => T | null): T | null {
    try {
      return work(load())
    } catch (error) {
      log('keyring-failed', { what, ...errorFactsOf(error) })
      return null
    }
  }

  return {
    seal: (secret) =>
      attempt('seal', (storage) => {
        const backend = backendOf(storage, platform)
        if (!storage.isEncryptionAvailable() || backend === 'basic_text') return null
        const ciphertext = storage.encryptString(secret)
        if (isFixedPassword(ciphertext, platform) || storage.decryptString(ciphertext) !== secret) return null
        return { v: 1, backend, ciphertext: ciphertext.toString('base64'), createdAt: now() }
      }),

    open: (sealed) =>
      attempt('open', (storage) => {
        const ciphertext = Buffer.from(sealed.ciphertext, 'base64')
        if (isFixedPassword(ciphertext, platform)) return null
        const secret = storage.decryptString(ciphertext)
        return secret === '' ? null : secret
      }),
  }
}

function backendOf(storage: SafeStorage, platform: string): string {
  if (platform === 'darwin') return 'keychain'
  if (platform === 'win32') return 'dpapi'
  return storage.getSelectedStorageBackend?.() ?? 'unknown'
}

/** On Linux, Chromium marks with v10 what it sealed under a password that is the same on every machine: that is no protection. */
function isFixedPassword(ciphertext: Buffer, platform: string): boolean {
  return platform === 'linux' && ciphertext.subarray(0, 3).toString('latin1') === 'v10'
}

/** What an API key may be made of: it has to fit into a header. */
export function isApiKey(text: string): boolean {
  return /^[\x21-\x7e]{1,1000}$/.test(text)
}
