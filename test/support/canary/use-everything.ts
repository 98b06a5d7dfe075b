import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from '../person.ts'
import type { Stage } from '../stage.ts'
import { CANARY } from './canaries.ts'

const CUSTOMER = new RegExp(`^${CANARY['customer name']}`)

/** Gives every part of the app something personal to keep. At the end the line is cut and messages wait. */
export async function useEverything(person: Person, stage: Stage): Promise<void> {
  const { page } = person
  await person.row(CUSTOMER).first().waitFor()
  await page.getByText('All threads on this device').waitFor()
  await addSnippet(person)
  await saveSearch(person)
  await person.open(CUSTOMER)
  await writeNote(person)
  await addTag(person)
  await stage.line.cutOff()
  await writeDrafts(person)
  await sendAndStart(person)
  await starAndSnooze(person)
  await searchFor(person, `${CANARY['typed search']} from:${CANARY['customer email']}`)
}

function untilFocused(person: Person, id: string): Promise<unknown> {
  return person.page.waitForFunction((wanted) => document.activeElement?.id === wanted, id)
}

async function addSnippet({ page }: Person): Promise<void> {
  await page.keyboard.press('Control+,')
  await page.getByRole('tab', { name: 'Snippets' }).click()
  await page.getByRole('button', { name: 'Add snippet' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(CANARY['snippet name'])
  await page.getByRole('textbox', { name: 'Text' }).fill(`Hello, the ${CANARY['snippet text']} comes`)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: `Edit ${CANARY['snippet name']}` }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

function searchField({ page }: Person): Locator {
  return page.getByRole('searchbox', { name: 'Search conversations' })
}

async function searchFor(person: Person, text: string): Promise<void> {
  await person.page.keyboard.press('Control+f')
  await searchField(person).fill(text)
  await person.page.getByRole('heading', { name: 'No matches' }).waitFor()
}

async function saveSearch(person: Person): Promise<void> {
  const { page } = person
  await person.list().focus()
  await searchFor(person, `${CANARY['saved search text']} is:waiting`)
  await page.keyboard.press('Control+s')
  await page.getByRole('dialog', { name: 'Save search as view' }).waitFor()
  await page.keyboard.type(CANARY['saved search name'])
  await page.keyboard.press('Enter')
  await page.getByText(`“${CANARY['saved search name']}” saved to views`).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await person.row(CUSTOMER).first().waitFor()
}

async function writeNote({ page }: Person): Promise<void> {
  await page.keyboard.press('Control+\\')
  const panel = page.getByRole('complementary', { name: 'Customer' })
  await panel.getByRole('textbox', { name: 'Notes' }).fill(`Likes the ${CANARY.note}`)
}

async function addTag(person: Person): Promise<void> {
  const { page } = person
  await person.press('l')
  await untilFocused(person, 'tags')
  await page.keyboard.type(`my ${CANARY.tag}`)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `Remove tag my ${CANARY.tag}` }).waitFor()
  await page.keyboard.press('Escape')
}

async function writeDrafts(person: Person): Promise<void> {
  const { page } = person
  await person.press('r')
  await untilFocused(person, 'reply')
  await page.keyboard.type(`I sent the ${CANARY['earlier version']} yesterday`)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'Earlier versions' }).waitFor()
  await page.keyboard.type(`The ${CANARY.draft} is not finis`)
  // The row's mark comes from the database.
  await person.row(/draft/i).first().waitFor()
}

async function sendAndStart(person: Person): Promise<void> {
  await person.open(/^John Smith/)
  await person.sendReply(`Take the ${CANARY['queued message']}`)
  const { page } = person
  await person.press('c')
  const dialog = page.getByRole('dialog', { name: 'New conversation' })
  await dialog.getByRole('combobox', { name: 'To' }).fill(CANARY['new customer phone'])
  await dialog.getByRole('textbox', { name: /Name/ }).fill(CANARY['new customer name'])
  await dialog.getByRole('textbox', { name: /message/i }).fill(`A ${CANARY['new message']} for you`)
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
}

async function starAndSnooze(person: Person): Promise<void> {
  const { page } = person
  await person.open(CUSTOMER)
  await person.press('s')
  await person.row(CUSTOMER).nth(1).click()
  await person.press('h')
  await page.getByRole('combobox', { name: 'Snooze until' }).waitFor()
  await page.keyboard.type('tomorrow 9')
  await page.getByRole('option', { name: /Snooze/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => person.row(CUSTOMER).count()).toBe(1)
}
