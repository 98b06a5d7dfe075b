import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { launchApp } from '../../support/app.ts'
import { makeFolder, startOn } from '../../support/unusable-profile.ts'

it('app shows the reason and the path when the profile path is a file', async () => {
  const path = join(makeFolder(), 'profile')
  writeFileSync(path, 'not a folder')
  const { code, shown } = await startOn(path)
  expect(code).toBe(1)
  expect(shown).toContain(path)
  expect(shown).toContain('a file has it')
})

it('app shows the reason and the path when workspaces.json is of a newer version', async () => {
  const folder = makeFolder()
  const path = join(folder, 'workspaces.json')
  writeFileSync(path, '{"v":99}')
  const { code, shown } = await startOn(folder)
  expect(code).toBe(1)
  expect(shown).toContain(path)
  expect(shown).toContain('newer version')
  expect(readFileSync(path, 'utf8')).toBe('{"v":99}')
})

it('app starts when its lock path is a folder', async () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'SingletonLock'))
  const { close, page } = await launchApp({ userDataDir: folder })
  onTestFinished(close)
  await page.getByRole('button', { name: 'Connect' }).waitFor()
})
