import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { afterAll, afterEach } from 'vitest'
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
  readonly start: (how: 'first run' | 'connected', args?: readonly string[]) => Promise<Person>
  /** The running app; null before the first start and after `quit` or `kill`. */
  readonly app: ElectronApplication | null
  readonly quit: () => Promise<void>
  /** Sends SIGKILL to the whole process tree. */
  readonly kill: () => Promise<void>
}

/** What an earlier start left: a profile at rest, the address that it knows, and when the server's account was generated. */
type Left = { readonly userDataDir: string; readonly line: FaultProxy; readonly seededAt: number }

/**
 * `withoutKeychain`: what the user has chosen; `unprotected` by default. With `unchosen`, the app asks. `keyring`: the keychain that the
 * app has. `env`: more variables, which win.
 */
type StageOptions = SandboxOptions & {
  readonly withoutKeychain?: WithoutKeychain
  readonly keyring?: Keyring
  /** More of the app's environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** Everything that is opened here is closed after the test, also when it fails. */
export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const { stage, close } = await build(options, null)
  open.push(close)
  return stage
}

/**
 * For stories that differ only in what happens to the same profile. `prepare` runs once, in the first story, and must end the app. Each story
 * gets a copy of that profile, and a new server with the same account behind the same address, which is cut off.
 */
export function leaveOnce(prepare: (stage: Stage) => Promise<void>): () => Promise<Stage> {
  let left: Promise<Left> | null = null
  return async () => {
    // After a failure, the next story prepares again.
    left ??= leave(prepare).catch((error: unknown) => {
      left = null
      throw error
    })
    const { stage, close } = await build({}, await left)
    open.push(close)
    return stage
  }
}

async function leave(prepare: (stage: Stage) => Promise<void>): Promise<Left> {
  const seededAt = Date.now()
  const { stage, close } = await build({ seededAt }, null)
  openForFile.push(close)
  try {
    await prepare(stage)
  } finally {
    await stage.kill()
  }
  await stage.line.cutOff()
  return { userDataDir: stage.userDataDir, line: stage.line, seededAt }
}

async function build(
  { withoutKeychain, keyring, env: surroundings, ...options }: StageOptions,
  left: Left | null,
): Promise<{ readonly stage: Stage; readonly close: () => Promise<void> }> {
  const seeded = left === null ? {} : { seededAt: left.seededAt }
  const server = await startSandbox({ conversations: 30, answers: false, key: KEY, ...seeded, ...options })
  const line = left?.line ?? (await startFaultProxy(server.port))
  line.leadTo(server.port)
  const userDataDir = await mkdtemp(join(tmpdir(), 'clarion-e2e-'))
  // The lock of a killed app is a symbolic link to nothing.
  if (left !== null) await cp(left.userDataDir, userDataDir, { recursive: true, verbatimSymlinks: true })
  let running: RunningApp | null = null
  const stage: Stage = {
    server,
    line,
    userDataDir,
    get app() {
      return running?.app ?? null
    },
    async start(how, args = []) {
      const env = how === 'connected' ? { CLARION_API_URL: line.url, CLARION_API_KEY: KEY } : {}
      running = await launchApp({
        userDataDir,
        env: { ...keyring?.env, ...env, ...surroundings },
        args,
        ...(withoutKeychain && { withoutKeychain }),
        ...(keyring && { loader: KEYRING_LOADER }),
      })
      return new Person(running.page, running.app)
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
  const close = async (): Promise<void> => {
    // The test is over, and an app that does not quit must not delay the next one.
    await stage.kill()
    await line.close()
    await server.close()
    await removeFolder(userDataDir)
  }
  return { stage, close }
}

/** Limit for a message to be sent, ms, including its undo window. It only bounds a hang. */
export const SEND_LIMIT = { timeout: 60_000 }

export const KEY = 'sk_live_e2e_0123456789'

const open: (() => Promise<void>)[] = []
const openForFile: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

afterAll(async () => {
  for (const close of openForFile.splice(0)) await close()
})

/** The messages sent by this app, in the order in which the server received them. */
export function sentMessages(
  server: Sandbox,
): readonly { readonly conversationId: string; readonly content: string }[] {
  return server.journal
    .mutations()
    .flatMap((mutation) => (mutation.kind === 'send' && mutation.by !== null ? [mutation] : []))
}
