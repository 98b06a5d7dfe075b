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

/** An empty profile, a server with a journal, a line with a plug, and people who start and stop the app. */
export type Stage = {
  readonly server: Sandbox
  readonly line: FaultProxy
  readonly userDataDir: string
  /** Starts the app on this profile. With `connected` the key comes from the environment, as in a managed roll-out. */
  readonly start: (how: 'first run' | 'connected') => Promise<Person>
  /** The app that runs; null before the first start and after `quit` or `kill`. */
  readonly app: ElectronApplication | null
  readonly quit: () => Promise<void>
  /** kill -9 of the whole process tree. */
  readonly kill: () => Promise<void>
}

/** Everything a story opens is closed after its test, however it ends. */
export async function setStage(options: SandboxOptions = {}): Promise<Stage> {
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
      running = await launchApp({ userDataDir, env })
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
    // Nothing is judged any more, and an app that would not quit must not hold up the next story.
    await stage.kill()
    await line.close()
    await server.close()
    await removeFolder(userDataDir)
  })
  return stage
}

/** How long a poll waits for what was said to leave: its undo window comes first. A bound, no measure of speed. */
export const GONE_OUT = { timeout: 60_000 }

export const KEY = 'sk_live_e2e_0123456789'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

/** The messages that people of this app said, in the order in which the server took them. */
export function said(server: Sandbox): readonly { readonly conversationId: string; readonly content: string }[] {
  return server.journal.mutations().flatMap((one) => (one.kind === 'send' && one.by !== null ? [one] : []))
}
