import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { launchApp } from '../../support/app.ts'
import { makeFolder, startOn } from '../../support/unusable-profile.ts'

it('app tells the reason and the path when a file is in the place of the profile', async () => {
  const path = join(makeFolder(), 'profile')
  writeFileSync(path, 'not a folder')
  const { code, shown } = await startOn(path)
  expect(code).toBe(1)
  expect(shown).toContain(path)
  expect(shown).toContain('a file has it')
})

it('app tells the reason and the path when the list of workspaces is a newer version’s', async () => {
  const folder = makeFolder()
  const path = join(folder, 'workspaces.json')
  writeFileSync(path, '{"v":99}')
  const { code, shown } = await startOn(folder)
  expect(code).toBe(1)
  expect(shown).toContain(path)
  expect(shown).toContain('newer version')
  expect(readFileSync(path, 'utf8')).toBe('{"v":99}')
})

it('app starts when a folder is in the place of its lock', async () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'SingletonLock'))
  const { close, page } = await launchApp({ userDataDir: folder })
  onTestFinished(close)
  await page.getByRole('button', { name: 'Connect' }).waitFor()
})
