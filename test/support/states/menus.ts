import { text } from '../../../src/strings/text.ts'
import { openMenu } from './dialogs.ts'
import type { Visit } from './visit.ts'

const MENU = { part: '[role=menu]' } as const

/** The menus of the buttons in the list, the thread and the rail. */
export async function visitMenus(visit: Visit): Promise<void> {
  const { page } = visit
  const menu = page.getByRole('menu')
  const close = async (): Promise<void> => {
    await visit.press('Escape')
    await menu.waitFor({ state: 'detached' })
  }
  await visit.openThread()
  for (const button of [text('inbox.filterByChannel'), text('thread.header.export')]) {
    await visit.state(() => openMenu(visit, button), MENU)
    await close()
  }
  const switcher = page.getByRole('button', { name: text('settings.workspaces.demo') })
  const openSwitcher = async (): Promise<void> => {
    if (!(await menu.isVisible())) await switcher.press('Enter')
    await menu.waitFor()
  }
  await visit.state(openSwitcher, MENU)
  await close()
}

/** The rail without names, and each pane of a small window. */
export async function visitSmallWindow(visit: Visit): Promise<void> {
  const { page, person } = visit
  const size = page.viewportSize()
  await page.setViewportSize({ width: 900, height: 700 })
  await visit.openThread()
  await visit.state(() => visit.button(text('rail.tags')).waitFor())
  await visit.state(() => openMenu(visit, text('rail.tags')), MENU)
  await visit.press('Escape')
  const panel = page.getByRole('complementary', { name: text('customer.panel') })
  const showPanel = async (): Promise<void> => {
    if (!(await panel.isVisible())) {
      // Escape from the list selects nothing, and then there is no panel.
      await visit.openThread()
      await visit.press('Control+\\')
    }
    await panel.getByText(text('customer.firstSeen')).waitFor()
  }
  await visit.state(showPanel)
  await visit.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await page.setViewportSize({ width: 640, height: 480 })
  const showList = async (): Promise<void> => {
    for (let escape = 0; escape < 3 && !(await person.rows().first().isVisible()); escape += 1)
      await visit.press('Escape')
    await person.rows().first().waitFor()
  }
  const showThread = async (): Promise<void> => {
    await showList()
    await visit.openThread()
  }
  await visit.state(showList)
  await visit.state(showThread)
  await visit.state(async () => {
    if (await panel.isVisible()) return
    await showThread()
    await visit.press('Control+\\')
    await panel.getByText(text('customer.firstSeen')).waitFor()
  })
  await showList()
  if (size !== null) await page.setViewportSize(size)
}
