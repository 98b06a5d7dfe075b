import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Keyring } from '../../../support/keyring.ts'
import type { Person } from '../../../support/person.ts'
import { setStage, type Stage } from '../../../support/stage.ts'

/** Chromium asks the keychain once in each start, so a keychain that is unlocked later helps the next start. */

const JOHN = /^John Smith/
const TYPED = 'Kept under a real keychain'

function ciphertextsIn(file: string): readonly Buffer[] {
  const found = readFileSync(file, 'utf8').matchAll(/"ciphertext":\s*"([^"]+)"/g)
  return [...found].map(([, ciphertext = '']) => Buffer.from(ciphertext, 'base64'))
}

/** The sealed keys of the workspace's data and of the API. */
function sealedKeys({ userDataDir }: Stage): { readonly data: readonly Buffer[]; readonly api: readonly Buffer[] } {
  const folder = join(userDataDir, 'keys')
  return {
    data: readdirSync(folder).flatMap((name) => ciphertextsIn(join(folder, name))),
    api: ciphertextsIn(join(userDataDir, 'workspaces.json')),
  }
}

/** `v11` is what Chromium writes with a keychain on Linux, and `v10` without one. */
function expectKeychain(stage: Stage): void {
  const { data, api } = sealedKeys(stage)
  for (const sealed of [data, api])
    expect([...new Set(sealed.map((bytes) => bytes.subarray(0, 3).toString('latin1')))]).toEqual(['v11'])
}

async function writeDraft(person: Person): Promise<void> {
  await person.open(JOHN)
  await person.list().focus()
  await person.page.keyboard.press('r')
  await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
  await person.page.keyboard.type(TYPED)
  await person.row(/draft/i).first().waitFor()
}

async function expectSealed({ page }: Person): Promise<void> {
  await page.getByRole('heading', { name: 'Couldn’t unlock your data' }).waitFor()
  await page.getByText('1 draft is still in it').waitFor()
  // The keychain is asked once in each start, so the screen offers a restart.
  await page.getByRole('button', { name: 'Restart Clarion' }).waitFor()
}

it('data is sealed by a real keychain, waits while it is locked, and is kept when it was reset', async () => {
  const keyring = await Keyring.start()
  const stage = await setStage({ keyring, withoutKeychain: 'unchosen' })
  let person = await stage.start('connected')
  await writeDraft(person)
  await stage.quit()
  expectKeychain(stage)
  const before = sealedKeys(stage)

  await keyring.lock()
  person = await stage.start('first run')
  await expectSealed(person)
  await stage.quit()
  expect(sealedKeys(stage)).toEqual(before)
  await keyring.unlock()
  person = await stage.start('first run')
  await person.open(JOHN)
  await expect.poll(() => person.reply().inputValue()).toBe(TYPED)
  await stage.quit()

  await keyring.reset()
  person = await stage.start('first run')
  await expectSealed(person)
  await stage.quit()
  expect(sealedKeys(stage)).toEqual(before)
})

it('app asks what to keep when no keychain answers, and uses one from the next start on without asking', async () => {
  const keyring = await Keyring.start({ isRunning: false })
  const stage = await setStage({ keyring, withoutKeychain: 'unchosen' })
  let person = await stage.start('connected')
  await person.page.getByRole('heading', { name: 'How should Clarion keep your data?' }).waitFor()
  await stage.quit()
  await keyring.unlock()
  person = await stage.start('connected')
  await person.open(JOHN)
  await stage.quit()
  expectKeychain(stage)
})
