import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Person } from '../support/person.ts'
import { setStage } from '../support/stage.ts'

const results = (person: Person): Locator =>
  person.page.getByRole('listbox', { name: 'Search results' }).getByRole('option')
const viewButton = (person: Person, name: RegExp): Locator =>
  person.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name })
/** Waits until a view in the sidebar shows this count. */
const expectCount = (person: Person, name: string, count: number) =>
  expect.poll(() => viewButton(person, new RegExp(`^${name}`)).textContent()).toBe(`${name}, ${count}`)
const untilFocused = (person: Person, id: string) =>
  person.page.waitForFunction((wanted) => document.activeElement?.id === wanted, id)

it('saved search appears in the sidebar with its count and in the palette, and can be renamed and deleted by keyboard', async () => {
  const stage = await setStage({ conversations: 60 })
  let person = await stage.start('connected')
  const { keyboard } = person.page
  await person.rows().first().waitFor()
  await person.page.getByText('All threads on this device').waitFor()

  await person.press('/')
  await keyboard.type('is:waiting channel:sms')
  await results(person).first().waitFor()
  await keyboard.press('Control+s')
  const dialog = person.page.getByRole('dialog', { name: 'Save search as view' })
  await dialog.waitFor()
  await keyboard.type('  ')
  await keyboard.press('Enter')
  await dialog.getByText('Enter a name').waitFor()
  await keyboard.type('SMS who wait')
  await keyboard.press('Enter')
  await person.page.getByText('“SMS who wait” saved to views').waitFor()
  expect(await viewButton(person, /^SMS who wait/).getAttribute('aria-current')).toBe('page')
  const total = Number(await results(person).first().getAttribute('aria-setsize'))
  expect(total).toBeGreaterThan(1)
  await expectCount(person, 'SMS who wait', total)

  // Ctrl+A selects all results, not only the drawn ones, and one undo reverts the change of all.
  await untilFocused(person, 'search')
  await keyboard.press('Enter')
  await keyboard.press('End')
  await expect.poll(() => results(person).last().getAttribute('aria-current')).toBe('true')
  await keyboard.press('Control+a')
  await person.page.getByRole('toolbar', { name: 'Selected conversations' }).getByText(`${total} selected`).waitFor()
  await keyboard.press('l')
  const tags = person.page.getByRole('dialog', { name: new RegExp(`^Tags of ${total}`) })
  await tags.waitFor()
  await keyboard.type('swift')
  await keyboard.press('Enter')
  await tags.getByText('on all').waitFor()
  await keyboard.press('Enter')
  await tags.waitFor({ state: 'detached' })
  await keyboard.press('Escape')
  await keyboard.press('Escape')
  await person.list().waitFor()
  expect(await viewButton(person, /^SMS who wait/).getAttribute('aria-current')).toBeNull()
  await keyboard.press('z')
  // Matches every message of undo, so that a failure shows which one appeared.
  const notice = person.page.getByText(/^Undone|undone\.$|Too late|[Nn]othing left to undo/).first()
  await notice.waitFor()
  expect(await notice.textContent()).toMatch(new RegExp(`^Undone: ${total} conversations`))

  await stage.quit()
  person = await stage.start('connected')
  await person.rows().first().waitFor()
  await expectCount(person, 'SMS who wait', total)
  await person.press('Control+k')
  const command = (isSelected: boolean): Locator =>
    person.page.getByRole('option', { name: 'Go to SMS who wait', ...(isSelected ? { selected: true } : {}) })
  // The palette reads the saved searches when it opens. Enter runs the selected command.
  await command(false).waitFor()
  await person.page.keyboard.type('sms who')
  await command(true).waitFor()
  await person.page.keyboard.press('Enter')
  await results(person).first().waitFor()

  // The same query is the same saved search, so Ctrl+S can rename and delete it.
  await person.page.keyboard.press('Control+s')
  const saved = person.page.getByRole('dialog', { name: 'Saved search' })
  await saved.waitFor()
  await person.page.keyboard.type('Waiting 📱')
  await person.page.keyboard.press('Enter')
  await viewButton(person, /^Waiting 📱/).waitFor()
  expect(await viewButton(person, /^SMS who wait/).count()).toBe(0)
  await person.page.keyboard.press('Control+s')
  await saved.getByRole('button', { name: 'Delete' }).press('Enter')
  await viewButton(person, /^Waiting 📱/).waitFor({ state: 'detached' })
})
