import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startSandbox } from '../../electron/sandbox/server.ts'
import type { TextLanguage } from '../../src/shared/language.ts'
import { loadTexts } from '../../src/strings/text.ts'
import { launchApp } from '../support/app.ts'
import { openBuiltWindow } from '../support/chromium.ts'
import { answerConnects } from '../support/connect-dialog.ts'
import { freezeDate } from '../support/frozen-date.ts'
import { frozenSandbox } from '../support/frozen-sandbox.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { SAME_PIXELS } from '../support/same-pixels.ts'
import { type Screen, USUAL } from './table.ts'
import { FROZEN_AT, SERVER_KEY, Visitor } from './visitor.ts'

export type ScreenWindow = {
  readonly visitor: Visitor
  /** Such as `linux-chromium-156`. */
  readonly engine: string
  readonly close: () => Promise<void>
}

/** The built window in a current Chromium, at the place where a screen begins. */
export async function openInChromium(from: Screen['from'], language: TextLanguage): Promise<ScreenWindow> {
  await loadTexts(language)
  const server = await startSandbox({ ...frozenSandbox(FROZEN_AT), key: SERVER_KEY })
  const { page, close } = await openBuiltWindow({ language, frozenAt: FROZEN_AT })
  await prepare(page)
  const visitor = new Visitor(page, server)
  if (from === 'account') await visitor.openAccount({ isKept: true })
  if (from === 'demo') await visitor.openDemo()
  const version = page.context().browser()?.version().split('.')[0] ?? ''
  return {
    visitor,
    engine: `${process.platform}-chromium-${version}`,
    async close() {
      await close()
      await visitor.server.close().catch(() => undefined)
    },
  }
}

/** The app in the Electron at hand, in English. The clock of its main process goes on. */
export async function openInElectron(from: 'account' | 'nothing'): Promise<ScreenWindow> {
  const server = await startSandbox({ ...frozenSandbox(FROZEN_AT), key: SERVER_KEY })
  const userDataDir = mkdtempSync(join(tmpdir(), 'clarion-screens-'))
  const { app, page, close } = await launchApp({ userDataDir, ...SAME_PIXELS })
  await answerConnects(app, 'Connect')
  const version = await app.evaluate(() => process.versions.electron)
  await page.addInitScript(freezeDate, FROZEN_AT)
  await prepare(page)
  await page.reload()
  const visitor = new Visitor(page, server)
  if (from === 'account') await visitor.openAccount({ isKept: false })
  return {
    visitor,
    engine: `${process.platform}-electron-${version?.split('.')[0] ?? ''}`,
    async close() {
      await close()
      await server.close().catch(() => undefined)
      await removeFolder(userDataDir)
    },
  }
}

/** Bounds a hang: a busy machine takes some seconds to read the account. */
const WAIT_MS = 30_000

async function prepare(page: Page): Promise<void> {
  page.setDefaultTimeout(WAIT_MS)
  // A page that loads again begins at its start.
  await page.addInitScript(() => sessionStorage.clear())
  await page.setViewportSize(USUAL)
  await page.emulateMedia({ reducedMotion: 'reduce' })
}
