import { type KeyVault, makeKeyVault, type SafeStorage } from '../../electron/accounts/api-key.ts'

export type Keyring = {
  /** What Electron would report; undefined where the call does not exist yet (Electron 25.1). */
  backend?: string
  isAvailable: boolean
  /** The first bytes of what it seals: v11 for a real keyring on Linux, v10 for the fixed password. */
  prefix: string
  /** Only what was sealed under the same secret can be opened again. */
  secret: string
  /** Which calls throw, as a locked or broken keyring does. */
  broken: readonly ('isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'load')[]
}

/** A keyring with rules: it opens what it sealed itself, and nothing else. */
export function makeKeyring(given: Partial<Keyring> = {}): Keyring {
  return { isAvailable: true, prefix: 'v11', secret: 'one', broken: [], ...given }
}

export function makeSafeStorage(keyring: Keyring): SafeStorage {
  const check = (call: Keyring['broken'][number]): void => {
    if (keyring.broken.includes(call)) throw new Error(`${call}: the keyring is locked`)
  }
  const storage: SafeStorage = {
    isEncryptionAvailable() {
      check('isEncryptionAvailable')
      return keyring.isAvailable
    },
    encryptString(text) {
      check('encryptString')
      if (!keyring.isAvailable) throw new Error('encryption is not available')
      return Buffer.from(`${keyring.prefix}${Buffer.from(`${keyring.secret}:${text}`).toString('base64')}`)
    },
    decryptString(ciphertext) {
      check('decryptString')
      const opened = Buffer.from(ciphertext.toString().slice(3), 'base64').toString()
      if (!opened.startsWith(`${keyring.secret}:`)) throw new Error('wrong key')
      return opened.slice(keyring.secret.length + 1)
    },
  }
  const { backend } = keyring
  return backend === undefined ? storage : { ...storage, getSelectedStorageBackend: () => backend }
}

export function makeVault(keyring: Keyring, platform = 'linux'): KeyVault {
  return makeKeyVault({
    load: () => {
      if (keyring.broken.includes('load')) throw new Error('no keyring')
      return makeSafeStorage(keyring)
    },
    platform,
    now: () => 1_700_000_000_000,
    log: () => {},
  })
}
