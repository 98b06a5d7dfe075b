// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindKeys } from '../../../../src/commands/keys/bind-keys.ts'
import type { Database } from '../../../../src/db/database.ts'
import { useView } from '../../../../src/view/view.ts'
import { resetView } from '../../../../src/view/workspace-view.ts'
import { aDatabase } from '../../../support/builders.ts'
import { openForCommands } from '../../../support/open-workspace.ts'

let db: Database
let unbind: () => void

beforeEach(() => {
  resetView()
  db = aDatabase()
  const open = openForCommands(db)
  unbind = bindKeys(window, () => open)
})

afterEach(async () => {
  unbind()
  await db.delete()
})

/** Draws the dialog with these channels, of which one is chosen, and presses Ctrl+J in its field. */
function press(channels: readonly string[], chosen: string): string | undefined {
  const radios = channels.map(
    (channel) => `<input type="radio" name="channel" value="${channel}" ${channel === chosen ? 'checked' : ''} />`,
  )
  document.body.innerHTML = `<div role="dialog"><input id="to" /><div id="start-channels">${radios.join('')}</div></div>`
  const field = document.getElementById('to')
  field?.focus()
  field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', ctrlKey: true, bubbles: true, cancelable: true }))
  return document.querySelector<HTMLInputElement>('input:checked')?.value
}

describe('the command that changes the channel of a new conversation', () => {
  it.each([
    ['sms', ['sms', 'whatsapp', 'voice'], 'whatsapp'],
    ['voice', ['sms', 'whatsapp', 'voice'], 'sms'],
    ['email', ['email'], 'email'],
    // The address has changed since it was chosen.
    ['email', ['sms', 'whatsapp'], 'sms'],
  ])('after %s of %j chooses %s', (chosen, channels, next) => {
    useView.setState({ dialog: 'new-conversation' })
    expect(press(channels, chosen)).toBe(next)
  })

  it('does nothing in another dialog', () => {
    useView.setState({ dialog: 'settings' })
    expect(press(['sms', 'whatsapp'], 'sms')).toBe('sms')
  })
})
