import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DrivenApp } from '../support/driven-app.ts'
import { KEY, setStage } from '../support/stage.ts'

it('a page that hangs when the system locks is replaced by the lock screen, and the app is still locked after a kill', async () => {
  const stage = await setStage()
  const lockFile = join(stage.userDataDir, 'lock.json')
  writeFileSync(lockFile, '{"v":1,"afterIdleMinutes":null,"withSystem":true,"isLocked":false}')
  const env = { CLARION_API_URL: stage.line.url, CLARION_API_KEY: KEY }
  const app = await DrivenApp.start(stage.userDataDir, env)
  await expect.poll(() => app.inPage('document.querySelector("[role=option]") !== null')).toBe(true)
  // Answers nothing any more.
  expect(await app.inPage('for (;;);')).toBeNull()
  await app.ask(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  const readText = (from: DrivenApp) => async () => String(await from.inPage('document.body.innerText'))
  await expect.poll(readText(app)).toMatch(/Clarion is locked/)
  expect(String(await app.inPage('document.documentElement.outerHTML'))).not.toContain('John')
  expect(JSON.parse(readFileSync(lockFile, 'utf8'))).toMatchObject({ isLocked: true })

  await app.kill()
  const later = await DrivenApp.start(stage.userDataDir, env)
  await expect.poll(readText(later)).toMatch(/Clarion is locked/)
  expect(await later.inPage('indexedDB.databases().then((found) => found.length)')).toBe(1)
  const refused =
    'bridge.readSession({}).then(({ value }) => bridge.readDataKey({ workspaceId: value.currentId, hasDatabase: true }))'
  expect(await later.inPage(refused)).toMatchObject({ ok: false, failure: { kind: 'refused' } })
})
