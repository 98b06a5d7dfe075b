import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { removeFolder } from '../support/remove-folder.ts'
import { KEY, setStage } from '../support/stage.ts'
import { description, send, startUpdateServer } from '../support/update-server.ts'

const FILE = Buffer.alloc(2_000_000, 'the new version. ')
const FORGED = description(FILE, { sha512: Buffer.alloc(64, 1).toString('base64') })

it('updates: a forged version is refused, the real one is installed at the quit, and no key leaves for the feed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-updates-'))
  onTestFinished(() => removeFolder(folder))
  const image = join(folder, 'Clarion.AppImage')
  writeFileSync(image, 'the old version', { mode: 0o755 })
  let feed = FORGED
  const server = await startUpdateServer({
    '/latest-linux.yml': (response) => response.end(feed),
    '/Clarion-2.0.0.AppImage': send(FILE),
  })
  const env = { CLARION_UPDATE_FEED: server.url, APPIMAGE: image, XDG_CACHE_HOME: join(folder, 'cache') }
  const stage = await setStage({ env })
  const person = await stage.start('connected')
  const { page } = person
  await person.row(/^John Smith/).waitFor()
  // Nothing is asked before its time.
  expect(server.requests).toEqual([])

  await person.press('Control+k')
  await page.keyboard.type('check for updates')
  await page.keyboard.press('Enter')
  await page.getByText('The download is damaged, so it wasn’t installed. Try again.').waitFor()
  expect(readFileSync(image, 'utf8')).toBe('the old version')

  feed = description(FILE)
  await page.getByRole('button', { name: 'Check for updates' }).click()
  await page.getByText('Version 2.0.0 is ready. It’s installed when you quit Clarion.').waitFor()
  const notes = page.getByRole('region', { name: 'New in version 2.0.0' })
  await expect.poll(() => notes.locator('p').innerHTML()).toBe('New: faster')
  await page.getByRole('button', { name: 'Restart now' }).waitFor()
  expect(readFileSync(image, 'utf8')).toBe('the old version')

  await stage.quit()
  expect(readFileSync(image)).toEqual(FILE)
  expect(JSON.stringify(server.headers)).not.toContain(KEY)
  expect(new Set(server.requests)).toEqual(new Set(['GET /latest-linux.yml', 'GET /Clarion-2.0.0.AppImage']))
})
