import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/server.ts'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { Person } from '../support/person.ts'
import { GONE_OUT, KEY, said } from '../support/stage.ts'

describe('the built window in a current Chromium', () => {
  let server: Sandbox
  let built: BuiltWindow

  beforeEach(async () => {
    server = await startSandbox({ conversations: 30, answers: false, key: KEY })
    built = await openBuiltWindow()
  })

  afterEach(async () => {
    await built.close()
    await server.close()
  })

  it('does the main job, and nothing it does is against its content policy', async () => {
    const person = new Person(built.page)
    await person.connect(KEY, server.url)
    await person.open(/^John Smith/)
    await person.say('Perfect! I have you down for Friday at 2pm.')
    await expect.poll(() => said(server), GONE_OUT).toHaveLength(1)
    await person.begin('+1 202 555 0143', 'Hello from Clarion')
    await expect.poll(() => said(server), GONE_OUT).toHaveLength(2)
    await person.open(/^John Smith/)
    await person.press('e')
    await person.row(/^John Smith/).waitFor({ state: 'detached' })
    await expect.poll(() => server.journal.mutations().at(-1)).toMatchObject({ kind: 'update', status: 'resolved' })
    expect(built.violations).toEqual([])
  })
})
