import type * as Electron from 'electron'
import type { ElectronApplication } from 'playwright-core'

/** Runs a function in the main process. Like Playwright's `evaluate`, it can access only its argument. */
export type AskMain = <T, I = null>(run: (electron: typeof Electron, input: I) => T, input?: I) => Promise<Awaited<T>>

/**
 * The page of the window, controlled through the main process. Playwright drives a page only as long as its first process, and a crash and a
 * lock end that.
 */
export class PageByMain {
  readonly ask: AskMain

  constructor(ask: AskMain) {
    this.ask = ask
  }

  /** The page of an app that Playwright started. */
  static of(app: ElectronApplication | null): PageByMain {
    if (app === null) throw new Error('the app does not run')
    const ask = (run: (electron: typeof Electron, input: unknown) => unknown, input?: unknown): Promise<unknown> =>
      app.evaluate(run, input ?? null)
    return new PageByMain(ask as AskMain)
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

  /** The id of the page's process; 0 while there is none. */
  processId(): Promise<number> {
    return this.ask(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)
  }

  async crashPage(): Promise<void> {
    await this.ask(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  }

  async press(keyCode: string, ...modifiers: readonly ('control' | 'shift')[]): Promise<void> {
    await this.ask(
      ({ BrowserWindow }, { key, held }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: [...held] })
        if (key === 'Return') contents?.sendInputEvent({ type: 'char', keyCode: key, modifiers: [...held] })
        contents?.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: [...held] })
      },
      { key: keyCode, held: modifiers },
    )
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
