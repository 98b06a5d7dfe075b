import { expect } from 'vitest'
import { text } from '../../../src/strings/text.ts'
import type { Visit } from './visit.ts'

/** The command palette, the keyboard shortcuts, and a row’s menu. */
export async function visitPalette(visit: Visit): Promise<void> {
  await visit.openThread()
  for (const [key, title] of [
    ['Control+k', text('palette.title')],
    ['?', text('help.title')],
  ] as const) {
    await visit.state(() => visit.openDialog(key, title))
    await visit.closeDialog()
  }
  const menu = visit.page.getByRole('menu')
  const openMenu = async (): Promise<void> => {
    if (!(await menu.isVisible())) await visit.person.press('Shift+F10')
    await menu.waitFor()
  }
  await visit.state(openMenu, { part: '[role=menu]' })
  await visit.press('Escape')
  await menu.waitFor({ state: 'detached' })
}

/** Each section of Settings, and its search without a result. */
export async function visitSettings(visit: Visit): Promise<void> {
  const open = (): Promise<void> => visit.openDialog('Control+,', text('settings.title'))
  await open()
  const sections = visit.dialog().getByRole('tab')
  await sections.first().waitFor()
  for (const section of await sections.all()) {
    // The keys have the look of the sheet of shortcuts, and are more than all other sections together.
    const isFamiliar = (await section.getAttribute('id'))?.endsWith('keys') === true
    const show = async (): Promise<void> => {
      await open()
      await section.click()
    }
    await visit.state(show, { isFamiliar })
  }
  const findNothing = async (): Promise<void> => {
    await open()
    await visit.page.getByRole('searchbox', { name: text('settings.search') }).fill('no such setting')
    await visit.waitForText(text('settings.noMatches'))
  }
  await visit.state(findNothing, { isFamiliar: true })
  // The first Escape empties the search.
  await visit.press('Escape')
  await visit.closeDialog()
}

/** The customer panel, the snippet list, an unfilled placeholder, earlier versions, and snippets in Settings. */
export async function visitSnippets(visit: Visit): Promise<void> {
  const { page, person } = visit
  const panel = page.getByRole('complementary', { name: text('customer.panel') })
  await visit.openThread()
  const showPanel = async (): Promise<void> => {
    if (!(await panel.isVisible())) {
      // Escape from the list selects nothing, and then there is no panel.
      await visit.openThread()
      await visit.press('Control+\\')
    }
    await panel.getByText(text('customer.firstSeen')).waitFor()
  }
  await visit.state(showPanel, { part: 'aside' })
  await addSnippet(visit)
  const openSnippets = async (): Promise<void> => {
    const snippet = page.getByRole('option', { name: 'Order' })
    await person.reply().focus()
    if (!(await snippet.isVisible())) await visit.press('Control+;')
    await snippet.waitFor()
  }
  await visit.state(openSnippets, { isTabTaken: true })
  await visit.press('Enter')
  await expect.poll(() => person.reply().inputValue()).toContain('Your order')
  await visit.state(async () => {
    await person.reply().focus()
    await visit.press('Control+Enter')
    await visit.waitForText(text('thread.composer.openPlaceholder'))
  })
  await visit.press('Control+a')
  await visit.press('Delete')
  await visit.state(() => openMenu(visit, text('thread.composer.earlierVersions')), { part: '[role=menu]' })
  await visit.press('Escape')
  // The panel would stay beside all later states.
  await person.press('Control+\\')
  await panel.waitFor({ state: 'detached' })
}

/** Opens the menu of a button by key, unless it is open. */
export async function openMenu(visit: Visit, button: string): Promise<void> {
  const menu = visit.page.getByRole('menu')
  if (!(await menu.isVisible())) await visit.button(button).press('Enter')
  await menu.waitFor()
}

async function addSnippet(visit: Visit): Promise<void> {
  const { page } = visit
  await visit.person.reply().focus()
  await visit.press('Control+;')
  await visit.button(text('snippets.add')).click()
  await visit.button(text('settings.snippets.add')).click()
  await page.getByRole('textbox', { name: text('settings.snippets.name') }).fill('Order')
  await page.getByRole('textbox', { name: text('settings.snippets.text') }).fill('Your order {{number}} is on its way')
  await visit.check()
  await visit.press('Control+Enter')
  await visit.button(text('settings.snippets.delete', { name: 'Order' })).waitFor()
  await visit.check({ isFamiliar: true })
  await visit.closeDialog()
}
