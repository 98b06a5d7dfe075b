import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareLaunch } from '../../scripts/launch.mjs'

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
    return { app, page, close: () => app.close() }
  } catch (error) {
    // An app that never opened a window would outlive its test.
    await killHard({ app })
    throw error
  }
}

export async function killHard({ app }: Pick<RunningApp, 'app'>): Promise<void> {
  const { pid, exitCode, signalCode } = app.process()
  if (exitCode !== null || signalCode !== null) return
  const gone = new Promise((resolve) => app.process().once('exit', resolve))
  if (pid !== undefined) for (const child of [...descendants(pid), pid]) kill(child)
  await gone
}

function descendants(pid: number): readonly number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const children = lines.map((line) => line.trim().split(/\s+/).map(Number)).filter(([, parent]) => parent === pid)
  return children.flatMap(([child]) => (child === undefined ? [] : [...descendants(child), child]))
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It went before its turn.
  }
}
