import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareLaunch } from '../../scripts/launch.mjs'
import { killTree } from '../../scripts/process-tree.mjs'
import type { WithoutKeychain } from '../../src/shared/sealing.ts'
import { chooseProtection } from './profile-protection.ts'

export type RunningApp = {
  readonly app: ElectronApplication
  readonly page: Page
  readonly close: () => Promise<void>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Delays the app until its driver is attached. Without it, some starts fail. */
const LOADER = join(ROOT, 'node_modules', 'playwright-core', 'lib', 'server', 'electron', 'loader.js')

/** Limit for anything to appear on screen, ms: a busy machine may take half a minute to start. It only bounds a hang. */
const WAIT_MS = 60_000

export async function launchApp(options: {
  readonly userDataDir: string
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** What the user of a new profile has chosen; `unprotected` by default. With `unchosen`, the app asks. */
  readonly withoutKeychain?: WithoutKeychain
  /** Runs a different app. */
  readonly folder?: string
  /** Replaces the driver's loader, and must load it itself. */
  readonly loader?: string
  /** Makes a program that starts the given one in other surroundings. */
  readonly wrap?: (executable: string) => string
}): Promise<RunningApp> {
  const { electron: runtime, switches, env } = await prepareLaunch(() => {})
  chooseProtection(options.userDataDir, options.withoutKeychain)
  const app = await electron.launch({
    executablePath: options.wrap?.(runtime.executable) ?? runtime.executable,
    args: [
      '-r',
      options.loader ?? LOADER,
      options.folder ?? ROOT,
      ...switches,
      `--user-data-dir=${options.userDataDir}`,
      ...(options.args ?? []),
    ],
    env: { ...(env as Record<string, string>), ...options.env },
  })
  try {
    const page = await app.firstWindow()
    page.setDefaultTimeout(WAIT_MS)
    return { app, page, close: () => quit(app) }
  } catch (error) {
    // An app that opens no window would keep running after its test.
    await killHard({ app })
    throw error
  }
}

/** Longer than the app's watchdog and its start. An app that still runs then is killed. */
const QUIT_LIMIT_MS = 30_000

async function quit(app: ElectronApplication): Promise<void> {
  const limit = setTimeout(() => killTree(app.process()), QUIT_LIMIT_MS)
  await app.close().finally(() => clearTimeout(limit))
}

export async function killHard({ app }: Pick<RunningApp, 'app'>): Promise<void> {
  const child = app.process()
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  killTree(child)
  await gone
}
