import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type * as Electron from 'electron'
import { onTestFinished } from 'vitest'
import { prepareLaunch } from '../../scripts/launch.mjs'
import { killTree } from '../../scripts/process-tree.mjs'
import { chooseProtection } from './profile-protection.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DRIVER = fileURLToPath(new URL('main-driver.cjs', import.meta.url))

type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string }

/** The app without a browser driver: controlled through its main process. It is stopped after the test. */
export class DrivenApp {
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>
  #lastId = 0

  private constructor(child: ChildProcess, ended: Promise<unknown>) {
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

  /** Runs a function in the main process. Like Playwright's `evaluate`, it can access only its argument. */
  ask<T, I = null>(run: (electron: typeof Electron, input: I) => T, input?: I): Promise<Awaited<T>> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      const hear = (answer: Answer): void => {
        if (answer.id !== id) return
        this.#child.off('message', hear)
        if (answer.error === undefined) resolve(answer.value as Awaited<T>)
        else reject(new Error(answer.error))
      }
      this.#child.on('message', hear)
      this.#child.send({ id, body: String(run), input: input ?? null })
    })
  }

  /** Runs a script in the page; null while the page is loading or gone. */
  async inPage(script: string): Promise<unknown> {
    return this.ask(({ BrowserWindow }, code) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents === undefined || contents.isCrashed() || contents.isLoadingMainFrame()) return null
      // A page that crashes never responds, so the caller must retry.
      const noAnswer = new Promise((resolve) => setTimeout(resolve, 1_000, null))
      return Promise.race([contents.executeJavaScript(code), noAnswer])
    }, script)
  }

  url(): Promise<string> {
    return this.ask(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '')
  }

  async crashPage(): Promise<void> {
    await this.ask(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  }

  async press(keyCode: string): Promise<void> {
    await this.ask(({ BrowserWindow }, key) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.sendInputEvent({ type: 'keyDown', keyCode: key })
      if (key === 'Return') contents?.sendInputEvent({ type: 'char', keyCode: key })
      contents?.sendInputEvent({ type: 'keyUp', keyCode: key })
    }, keyCode)
  }

  async click(selector: string): Promise<void> {
    const script = `(({ x, y, width, height }) => [Math.round(x + width / 2), Math.round(y + height / 2)])(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`
    const place = (await this.inPage(script)) as [number, number]
    await this.ask(({ BrowserWindow }, [x, y]) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      for (const type of ['mouseDown', 'mouseUp'] as const)
        contents?.sendInputEvent({ type, x, y, button: 'left', clickCount: 1 })
    }, place)
  }

  /** The page as a PNG, in base64. */
  capture(): Promise<string> {
    return this.ask(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
      return image?.toPNG().toString('base64') ?? ''
    })
  }
}
