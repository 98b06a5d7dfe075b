import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { afterEach } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../electron/sandbox/server.ts'
import { killHard, launchApp, type RunningApp } from './app.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { Person } from './person.ts'
import { removeFolder } from './remove-folder.ts'

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

/** How each start differs from the usual one. */
type Surroundings = { readonly env?: Readonly<Record<string, string>>; readonly loader?: string }

/** Everything that is opened here is closed after the test, also when it fails. */
export async function setStage(options: SandboxOptions = {}, surroundings: Surroundings = {}): Promise<Stage> {
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
      running = await launchApp({ userDataDir, ...surroundings, env: { ...surroundings.env, ...env } })
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
