import { join } from 'node:path'
import { type KeyVault, makeKeyVault, type SafeStorage } from '../accounts/api-key.ts'
import type { Log } from '../storage/log.ts'
import { makeStateFile } from '../storage/state-file.ts'
import { type DataKeys, makeDataKeys } from './data-keys.ts'
import { makeKeyFiles } from './key-files.ts'
import { makeProtectionChoice, PROTECTION_FORMAT, type ProtectionChoice } from './protection.ts'

export type Keys = { readonly choice: ProtectionChoice; readonly vault: KeyVault; readonly dataKeys: DataKeys }

/** The vault and the data keys of a profile, with the user's choice for a system without a keychain. */
export function openKeys(options: {
  readonly profile: string
  readonly load: () => SafeStorage
  readonly platform: string
  readonly now: () => number
  readonly log: Log
}): Keys {
  const { profile, load, platform, now, log } = options
  const choice = makeProtectionChoice(makeStateFile(join(profile, 'protection.json'), now, PROTECTION_FORMAT))
  const vault = makeKeyVault({ load, platform, withoutKeychain: () => choice.read(), now, log })
  const dataKeys = makeDataKeys({ files: makeKeyFiles(join(profile, 'keys'), now), vault, choice, log })
  return { choice, vault, dataKeys }
}
