import { expect, it } from 'vitest'
import type { Person } from '../support/person.ts'
import { SEND_LIMIT, setStage, type Stage } from '../support/stage.ts'

/** Opens the dialog and inserts the address at once, like a paste from another program. */
async function typeAddress(person: Person, channel: string, address: string) {
  await person.press('c')
  const dialog = person.page.getByRole('dialog', { name: 'New conversation' })
  await dialog.getByRole('combobox').waitFor()
  await dialog.getByRole('combobox').focus()
  await person.page.keyboard.press('Control+a')
  await person.page.keyboard.insertText(address)
  const chosen = dialog.getByRole('radio', { name: channel })
  // The address decides which channels there are, and Ctrl+J chooses the next one of them.
  await chosen.waitFor()
  while (!(await chosen.isChecked())) await person.page.keyboard.press('Control+j')
  return dialog
}

function createdContacts(stage: Stage): readonly unknown[] {
  return stage.server.journal.mutations().flatMap((mutation) => {
    if (mutation.kind !== 'create' || mutation.by === null) return []
    return [{ phone: mutation.phone, email: mutation.email }]
  })
}

it('New conversation offers the open conversation for any spelling of its address, and sends a normalized new address', async () => {
  const stage = await setStage()
  const { account } = stage.server
  account.create({ channel: 'whatsapp', phone: '+551180000001', name: 'Bia Lima' }, null)
  account.create({ channel: 'email', email: 'info@xn--mnchen-3ya.example', name: 'Isar GmbH' }, null)
  const person = await stage.start('connected')
  await person.rows().first().waitFor()

  const byPhone = await typeAddress(person, 'WhatsApp', '\u202a+55 (11) 98000‑0001\u202c')
  await byPhone.getByRole('status').getByText('You already have an open WhatsApp conversation with Bia Lima.').waitFor()
  await person.page.keyboard.press('Escape')
  await byPhone.waitFor({ state: 'detached' })

  const byEmail = await typeAddress(person, 'Email', ' \u200bINFO@münchen.example\u2060')
  await byEmail.getByRole('status').getByText('You already have an open Email conversation with Isar GmbH.').waitFor()
  await person.page.keyboard.press('Escape')
  await byEmail.waitFor({ state: 'detached' })

  for (const [channel, address] of [
    ['SMS', '\u202a+۱ 555‑010‑0199\u202c'],
    ['Email', '\u200enew.person@example.com\u200b'],
  ] as const) {
    const dialog = await typeAddress(person, channel, address)
    await person.page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await person.page.keyboard.press('Escape')
  }
  await expect
    .poll(() => createdContacts(stage), SEND_LIMIT)
    .toEqual([
      { phone: '+15550100199', email: undefined },
      { phone: undefined, email: 'new.person@example.com' },
    ])
})

it('New conversation shows an error at the field when the region has no such number', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  await person.rows().first().waitFor()
  const dialog = await typeAddress(person, 'SMS', '030 1234567')
  await person.page.keyboard.press('Control+Enter')
  await dialog.getByText(/Not a valid number \(United States\)/).waitFor()
  expect(createdContacts(stage)).toEqual([])
})
