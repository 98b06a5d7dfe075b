import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { prepareLaunch } from '../../scripts/launch.mjs'
import { killTree } from '../../scripts/process-tree.mjs'
import { type AskMain, PageByMain } from './page-by-main.ts'
import { chooseProtection } from './profile-protection.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DRIVER = fileURLToPath(new URL('main-driver.cjs', import.meta.url))

type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string }

/** The app without a browser driver: controlled through its main process. It is stopped after the test. */
export class DrivenApp extends PageByMain {
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>

  private constructor(child: ChildProcess, ended: Promise<unknown>) {
    super(askThrough(child))
    this.#child = child
    this.#ended = ended
  }

  static async start(userDataDir: string, env: Readonly<Record<string, string>>): Promise<DrivenApp> {
    const { electron, switches, env: screen } = await prepareLaunch(() => {})
    chooseProtection(userDataDir)
    const args = ['-r', DRIVER, ROOT, ...switches, `--user-data-dir=${userDataDir}`]
    const child = spawn(electron.executable, args, {
      env: { ...screen, ...env },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // Each request has its own response listener.
    child.setMaxListeners(0)
    const ended = once(child, 'exit')
    onTestFinished(async () => {
      killTree(child)
      await ended
    })
    return new DrivenApp(child, ended)
  }

  /** Ends the whole process tree, as when the computer loses power. */
  async kill(): Promise<void> {
    killTree(this.#child)
    await this.#ended
  }
}

function askThrough(child: ChildProcess): AskMain {
  let lastId = 0
  return function ask<T, I>(run: unknown, input?: I) {
    const id = ++lastId
    return new Promise<Awaited<T>>((resolve, reject) => {
      const hear = (answer: Answer): void => {
        if (answer.id !== id) return
        child.off('message', hear)
        if (answer.error === undefined) resolve(answer.value as Awaited<T>)
        else reject(new Error(answer.error))
      }
      child.on('message', hear)
      child.send({ id, body: String(run), input: input ?? null })
    })
  }
}
