import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { afterEach } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../electron/sandbox/server.ts'
import { killHard, launchApp, type RunningApp } from './app.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { Person } from './person.ts'
import { type Keyring, KEYRING_LOADER } from './keyring.ts'
import { removeFolder } from './remove-folder.ts'
import type { WithoutKeychain } from '../../src/shared/sealing.ts'

/** An empty profile, a server with a journal, a fault proxy, and functions that start and stop the app. */
export type Stage = {
  readonly server: Sandbox
  readonly line: FaultProxy
  readonly userDataDir: string
  /** Starts the app with this profile. With `connected`, the key comes from the environment, as in a managed installation. */
  readonly start: (how: 'first run' | 'connected') => Promise<Person>
  /** The running app; null before the first start and after `quit` or `kill`. */
  readonly app: ElectronApplication | null
  readonly quit: () => Promise<void>
  /** Sends SIGKILL to the whole process tree. */
  readonly kill: () => Promise<void>
}

/**
 * `withoutKeychain`: what the user has chosen; `unprotected` by default. With `unchosen`, the app asks. `keyring`: the app has this
 * keychain.
 */
type StageOptions = SandboxOptions & { readonly withoutKeychain?: WithoutKeychain; readonly keyring?: Keyring }

/** Everything that is opened here is closed after the test, also when it fails. */
export async function setStage({ withoutKeychain, keyring, ...options }: StageOptions = {}): Promise<Stage> {
  const server = await startSandbox({ conversations: 30, answers: false, key: KEY, ...options })
  const line = await startFaultProxy(server.port)
  const userDataDir = await mkdtemp(join(tmpdir(), 'clarion-e2e-'))
  let running: RunningApp | null = null
  const stage: Stage = {
    server,
    line,
    userDataDir,
    get app() {
      return running?.app ?? null
    },
    async start(how) {
      const env = how === 'connected' ? { CLARION_API_URL: line.url, CLARION_API_KEY: KEY } : {}
      const choice = withoutKeychain === undefined ? {} : { withoutKeychain }
      const loader = keyring === undefined ? {} : { loader: KEYRING_LOADER }
      running = await launchApp({ userDataDir, ...choice, ...loader, env: { ...keyring?.env, ...env } })
      return new Person(running.page)
    },
    async quit() {
      await running?.close()
      running = null
    },
    async kill() {
      if (running !== null) await killHard(running)
      running = null
    },
  }
  open.push(async () => {
    // The test is over, and an app that does not quit must not delay the next one.
    await stage.kill()
    await line.close()
    await server.close()
    await removeFolder(userDataDir)
  })
  return stage
}

/** Limit for a message to be sent, ms, including its undo window. It only bounds a hang. */
export const SEND_LIMIT = { timeout: 60_000 }

export const KEY = 'sk_live_e2e_0123456789'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

/** The messages sent by this app, in the order in which the server received them. */
export function sentMessages(
  server: Sandbox,
): readonly { readonly conversationId: string; readonly content: string }[] {
  return server.journal
    .mutations()
    .flatMap((mutation) => (mutation.kind === 'send' && mutation.by !== null ? [mutation] : []))
}
