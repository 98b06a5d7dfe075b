import { expect, it } from 'vitest'
import { findKeyring } from '../../scripts/keyring.mjs'
import { CANARY, plantCanaries, SECRETS } from '../support/canary/canaries.ts'
import { kindsInHeap } from '../support/canary/page-heap.ts'
import { PLANTED, plantInChromium } from '../support/canary/plant-in-chromium.ts'
import { describeFindings, type Scan, scanFolder } from '../support/canary/scan-folder.ts'
import { useEverything } from '../support/canary/use-everything.ts'
import { Keyring } from '../support/keyring.ts'
import { PageByMain } from '../support/page-by-main.ts'
import type { Person } from '../support/person.ts'
import { setStage, type Stage } from '../support/stage.ts'

const CUSTOMER = new RegExp(`^${CANARY['customer name']}`)

/** What is in the database; the typed search and the key are not. */
const KEPT_KINDS = Object.keys(CANARY)
  .filter((kind) => kind !== 'typed search')
  .toSorted()
const SERVER_KINDS = KEPT_KINDS.filter((kind) => /^(customer|subject|tag|(our |listed )?message)/.test(kind))

/** Of what the scanner found: kind, file and encoding, but never the text. */
function expectNothingReadable({ findings, parts }: Scan): void {
  expect(describeFindings(findings)).toEqual([])
  // The database's log was decoded.
  expect(parts.log).toBeGreaterThan(200)
}

/** Crashes the page as a defect of Chromium would, with its memory full of texts. */
async function crashPage({ app }: Stage): Promise<void> {
  await app?.evaluate(({ webContents }) => {
    const [page] = webContents.getAllWebContents()
    return new Promise<void>((resolve) => {
      page?.once('render-process-gone', () => resolve())
      process.kill(page?.getOSProcessId() ?? 0, 'SIGSEGV')
    })
  })
}

/** What a memory dump of the locked page could contain. `kept`: what the page has read back before the lock. */
async function expectLockToEmptyMemory(person: Person, page: PageByMain, kept: readonly string[]): Promise<void> {
  await person.open(CUSTOMER)
  await person.bubble(CANARY['our message']).waitFor()
  await expect.poll(() => kindsInHeap(page, SECRETS)).toEqual(kept)
  // Not by Playwright: the page's process ends before the key is released.
  await page.press('L', 'control', 'shift')
  const shown = (): Promise<unknown> => page.inPage('document.body.innerText')
  // This text comes with the new page, and not while the old one still closes.
  await expect.poll(shown).toContain('Unlocking takes one click')
  expect(await kindsInHeap(page, SECRETS)).toEqual([])
  await page.press('Space')
  await expect.poll(shown).toContain(CANARY['customer name'])
}

it('nothing personal is readable in any file of the profile, after a crash, after a kill and after quitting', async () => {
  const keyring = findKeyring() === null ? null : await Keyring.start()
  // Without a keyring the user keeps nothing, and the second start downloads the server's data again.
  const withoutKeychain = keyring === null ? 'memory' : 'unchosen'
  const stage = await setStage({ ...(keyring !== null && { keyring }), withoutKeychain })
  plantCanaries(stage.server)
  let person = await stage.start('connected')
  await useEverything(person, stage)
  const titles = await stage.app?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((w) => w.getTitle()),
  )
  expect(titles).toEqual([expect.stringMatching(/^(\(\d+\) )?Clarion$/)])
  await crashPage(stage)
  await stage.kill()
  const killed = scanFolder(stage.userDataDir, SECRETS)
  expectNothingReadable(killed)
  expect(killed.files.filter((file) => file.endsWith('.dmp'))).toEqual([])

  if (keyring === null) await stage.line.restore()
  person = await stage.start('connected')
  // All that the user left was in the searched files: the page reads it back, without a connection.
  const page = PageByMain.of(stage.app)
  await expectLockToEmptyMemory(person, page, keyring === null ? SERVER_KINDS : KEPT_KINDS)
  await plantInChromium(page)
  await stage.quit()
  expectNothingReadable(scanFolder(stage.userDataDir, SECRETS))

  // The same scanner finds what is readable: in logs, compressed tables and files of large values.
  const planted = scanFolder(stage.userDataDir, PLANTED)
  expect([...new Set(planted.findings.map(({ kind }) => kind))].toSorted()).toEqual(
    PLANTED.map(({ kind }) => kind).toSorted(),
  )
  expect(planted.findings.some(({ file, where }) => file.endsWith('.ldb') && where === 'table')).toBe(true)
  expect(planted.unread).toEqual([])
})
