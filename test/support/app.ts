import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareLaunch } from '../../scripts/launch.mjs'
import { killTree } from '../../scripts/process-tree.mjs'

export type RunningApp = {
  readonly app: ElectronApplication
  readonly page: Page
  readonly close: () => Promise<void>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Holds the app back until its driver is attached; without it a start is lost now and then. */
const LOADER = join(ROOT, 'node_modules', 'playwright-core', 'lib', 'server', 'electron', 'loader.js')

/** How long a story waits for what is to come on screen, ms: a busy machine may take half a minute to start. Bounds a hang; no measure of speed. */
const WAIT_MS = 60_000

export async function launchApp(options: {
  readonly userDataDir: string
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** Another app than ours. */
  readonly folder?: string
  /** In place of the driver's loader, which it then loads itself. */
  readonly loader?: string
}): Promise<RunningApp> {
  const { electron: runtime, switches, env } = await prepareLaunch(() => {})
  const app = await electron.launch({
    executablePath: runtime.executable,
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
    // An app that never opened a window would outlive its test.
    await killHard({ app })
    throw error
  }
}

/** Longer than the app's own watchdog and its start take: an app that is still there then would outlive its test. */
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
