import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareLaunch } from '../../../scripts/launch.mjs'
import { type OldProfile, OLD_STORES } from './stores.ts'

const WRITER = fileURLToPath(new URL('app', import.meta.url))

/** Writes databases and settings into a profile as an earlier version did: unsealed, in the default session. */
export async function writeOldProfile(userDataDir: string, { databases, settings }: OldProfile): Promise<void> {
  const input = join(userDataDir, 'old-profile.json')
  const withStores = databases.map((database) => ({ ...database, stores: OLD_STORES[database.version] }))
  writeFileSync(input, JSON.stringify({ databases: withStores, settings }))
  const { electron, switches, env } = await prepareLaunch(() => {})
  const args = [WRITER, ...switches, `--user-data-dir=${userDataDir}`, `--old-profile=${input}`]
  const child = spawn(electron.executable, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(child, 'exit')
  rmSync(input)
  if (code !== 0) throw new Error(`the old profile was not written: ${String(code)}`)
}
