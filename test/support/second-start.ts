import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { prepareLaunch } from '../../scripts/launch.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Starts the app once more with the profile of a running one, as the system does for a link. Resolves with how it ended. */
export async function startAgain(userDataDir: string, args: readonly string[] = []): Promise<readonly unknown[]> {
  const { electron, switches, env } = await prepareLaunch(() => {})
  const all = [ROOT, ...switches, `--user-data-dir=${userDataDir}`, ...args]
  const child = spawn(electron.executable, all, { env, stdio: 'ignore' })
  return once(child, 'exit')
}
