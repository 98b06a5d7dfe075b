import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WithoutKeychain } from '../../src/shared/sealing.ts'

/**
 * Answers the question of the first start for a profile that has no answer yet, because a test runs without a keychain. Main writes the
 * copy of the file.
 */
export function chooseProtection(userDataDir: string, withoutKeychain: WithoutKeychain = 'unprotected'): void {
  const path = join(userDataDir, 'protection.json')
  if (withoutKeychain === 'unchosen' || existsSync(path) || existsSync(`${path}.bak`)) return
  mkdirSync(userDataDir, { recursive: true })
  writeFileSync(path, JSON.stringify({ v: 1, withoutKeychain }), { mode: 0o600 })
}
