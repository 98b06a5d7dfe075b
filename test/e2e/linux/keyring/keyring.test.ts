import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { Keyring } from '../../../support/keyring.ts'
import type { Person } from '../../../support/person.ts'
import { setStage, type Stage } from '../../../support/stage.ts'

const JOHN = /^John Smith/
const TYPED = 'Kept under a real keychain'

/** The first bytes of everything that is sealed. `v11` is what Chromium writes with a keychain on Linux, and `v10` without one. */
function sealedPrefixes({ userDataDir }: Stage): readonly string[] {
  const keys = join(userDataDir, 'keys')
  const files = [join(userDataDir, 'workspaces.json'), ...readdirSync(keys).map((name) => join(keys, name))]
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/"ciphertext":\s*"([^"]+)"/g)].map(([, ciphertext = '']) =>
      Buffer.from(ciphertext, 'base64').subarray(0, 3).toString('latin1'),
    ),
  )
}

async function writeDraft(person: Person): Promise<void> {
  await person.open(JOHN)
  await person.list().focus()
  await person.page.keyboard.press('r')
  await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
  await person.page.keyboard.type(TYPED)
  await person.row(/draft/i).first().waitFor()
}

async function expectDraft(person: Person): Promise<void> {
  await person.open(JOHN)
  await expect.poll(() => person.reply().inputValue()).toBe(TYPED)
}

const sealedTitle = ({ page }: Person): Locator => page.getByRole('heading', { name: 'Couldn’t unlock your data' })

async function tryAgain({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Try again' }).press('Enter')
}

it('data is sealed by a real keychain, waits while it is locked, and stays when it was reset', async () => {
  const keyring = await Keyring.start()
  const stage = await setStage({ keyring, withoutKeychain: 'unchosen' })
  let person = await stage.start('connected')
  await writeDraft(person)
  await stage.quit()
  const prefixes = sealedPrefixes(stage)
  // The key of the API, and the data key with its copy.
  expect(prefixes.length).toBeGreaterThanOrEqual(2)
  expect(new Set(prefixes)).toEqual(new Set(['v11']))

  await keyring.lock()
  person = await stage.start('first run')
  await sealedTitle(person).waitFor()
  await person.page.getByText('1 draft is still in it').waitFor()
  await tryAgain(person)
  await person.page.getByText('Nothing has changed').waitFor()
  await keyring.unlock()
  await tryAgain(person)
  await expectDraft(person)
  await stage.quit()

  // Another keyring cannot open the key, and what it sealed is not replaced.
  await keyring.reset()
  person = await stage.start('first run')
  await sealedTitle(person).waitFor()
  await tryAgain(person)
  await person.page.getByText('Nothing has changed').waitFor()
  await stage.quit()
  expect(sealedPrefixes(stage)).toEqual(prefixes)
})

it('app asks what to keep when no keychain answers, and uses one that starts meanwhile', async () => {
  const keyring = await Keyring.start({ isRunning: false })
  const stage = await setStage({ keyring, withoutKeychain: 'unchosen' })
  const person = await stage.start('connected')
  await person.page.getByRole('heading', { name: 'How should Clarion keep your data?' }).waitFor()
  await keyring.unlock()
  await person.page.getByRole('button', { name: 'Check again' }).press('Enter')
  await writeDraft(person)
  await stage.quit()
  expect(new Set(sealedPrefixes(stage))).toEqual(new Set(['v11']))
})
