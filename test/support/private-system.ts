import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { LAYERS, makeLayerFolder } from '../../scripts/deb/private-system.mjs'
import { invariant } from '../../src/shared/failure.ts'
import { removeFolder } from './remove-folder.ts'

/** The user `nobody`: an ordinary one, because Chromium's sandbox doesn't work as root. */
export const NOBODY = 65_534
const AS_NOBODY = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']

type Environment = Readonly<Record<string, string>>

export type PrivateSystem = {
  /** Runs a program as root to its end. `output`: stdout and stderr. */
  readonly run: (...command: readonly string[]) => { readonly status: number | null; readonly output: string }
  /** The same as an ordinary user. */
  readonly runAsUser: (env: Environment, ...command: readonly string[]) => string
  /** Starts a program as an ordinary user. The process becomes the program, so its id is the program's. */
  readonly start: (env: Environment, ...command: readonly string[]) => ChildProcess
  readonly close: () => Promise<void>
}

/**
 * A view of this system in which /usr, /etc, /var and /opt can be changed and nothing stays: packages are really installed, by the system's
 * own dpkg and beside its own packages. See scripts/deb/private-system.mjs.
 */
export async function openPrivateSystem(): Promise<PrivateSystem> {
  const folder = makeLayerFolder()
  // dpkg would rebuild the index of all manual pages, for ten seconds. The script ends when its input does, so also when the test runner is
  // killed.
  const script = `${LAYERS}\nrm -f /var/lib/man-db/auto-update\necho ready\nexec cat`
  const keeper = spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', script, 'sh', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(keeper, 'close')
  const ready = await Promise.race([once(keeper.stdout, 'data'), ended])
  invariant(String(ready[0]).startsWith('ready'), 'the private system has its layers')
  const enter = (command: readonly string[]): string[] => [`--target=${keeper.pid}`, '--mount', '--', ...command]
  const environment = (env: Environment): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env })
  return {
    run(...command) {
      const { status, stdout, stderr } = spawnSync('nsenter', enter(command), {
        encoding: 'utf8',
        env: environment({ DEBIAN_FRONTEND: 'noninteractive' }),
      })
      return { status, output: `${stdout}${stderr}` }
    },
    runAsUser(env, ...command) {
      return spawnSync('nsenter', enter([...AS_NOBODY, ...command]), { encoding: 'utf8', env: environment(env) }).stdout
    },
    start(env, ...command) {
      return spawn('nsenter', enter([...AS_NOBODY, ...command]), { stdio: 'ignore', env: environment(env) })
    },
    async close() {
      keeper.stdin.end()
      await ended
      await removeFolder(folder)
    },
  }
}
