import type { WithoutKeychain } from '../../src/shared/sealing.ts'
import { type KeyVault, makeKeyVault, type SafeStorage } from '../../electron/accounts/api-key.ts'

export type Keyring = {
  /** What Electron would report; undefined when the call does not exist (Electron 25.1). */
  backend?: string
  isAvailable: boolean
  /** The first bytes of its ciphertext: v11 for a real keyring on Linux, v10 for the fixed password. */
  prefix: string
  /** Only a ciphertext of the same secret can be opened. */
  secret: string
  /** The calls that throw, like those of a locked or broken keyring. */
  broken: readonly ('isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'load')[]
}

/** A fake keyring. It opens only what it sealed itself. */
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

export function makeVault(
  keyring: Keyring,
  platform = 'linux',
  withoutKeychain: () => WithoutKeychain = () => 'unchosen',
): KeyVault {
  return makeKeyVault({
    load: () => {
      if (keyring.broken.includes('load')) throw new Error('no keyring')
      return makeSafeStorage(keyring)
    },
    platform,
    withoutKeychain,
    now: () => 1_700_000_000_000,
    log: () => {},
  })
}
