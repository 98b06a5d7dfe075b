import { text } from '../../../src/strings/text.ts'
import { addSampleOps } from '../op-zoo.ts'
import type { Visit } from './visit.ts'

/** A large selection, its dialogs and toast, and the dialog that undoes a part of the change. */
export async function visitSelection(visit: Visit): Promise<void> {
  const { page, person } = visit
  const toolbar = page.getByRole('toolbar', { name: text('inbox.selectedConversations') })
  const select = async (): Promise<void> => {
    // Another view ends a selection.
    for (const view of [text('words.view.all'), text('words.view.inbox')]) {
      await person.showView(view)
      await toolbar.waitFor({ state: 'detached' })
      // Until then the rows are those of the other view.
      await visit.heading(view).first().waitFor()
      await person.rows().first().waitFor()
    }
    await person.press('j')
    await person.list().getByRole('option', { selected: true }).first().waitFor()
    for (let count = 2; count <= 12; count += 1) {
      await person.press('Shift+J')
      await toolbar.getByText(text('inbox.selected', { count })).waitFor()
    }
  }
  await visit.state(select)
  for (const [key, title] of [
    ['l', text('bulk.tags.title', { count: 12 })],
    ['h', text('snooze.title.conversations', { count: 12 })],
    ['#', text('bulk.preview.close', { count: 12 })],
  ] as const) {
    await visit.state(() => visit.openDialog(key, title))
    if (key !== '#') await visit.closeDialog()
  }
  await visit.press('Enter')
  const result = text('commands.state.closed', { count: 12 })
  await visit.waitForText(text('commands.changed.other', { count: 12, result }))
  await visit.check()
  const undoPart = page.getByRole('listbox', { name: text('bulk.undo.list') })
  const openUndo = async (): Promise<void> => {
    if (!(await undoPart.isVisible())) await person.press('Shift+Z')
    await undoPart.waitFor()
  }
  await visit.state(openUndo)
  await visit.closeDialog()
}

/** A star, snoozing with a time that has passed and one that has not, the snoozed view, and focus mode. */
export async function visitSnooze(visit: Visit): Promise<void> {
  const { page, person } = visit
  await person.press('j')
  await person.press('s')
  const until = page.getByRole('combobox', { name: text('snooze.until') })
  const enterPast = async (): Promise<void> => {
    if (!(await until.isVisible())) await person.press('h')
    await until.fill('2020-01-01')
    await visit.waitForText(text('snooze.past', { when: '|' }).split('|')[0] ?? '')
  }
  await visit.state(enterPast, { isFamiliar: true })
  // The last example is one without a reply.
  await until.fill(text('snooze.placeholder').split(', ').at(-1) ?? '')
  await visit.closeDialog('Enter')
  const showSnoozed = async (): Promise<void> => {
    await person.showView(text('words.view.snoozed'))
    await person.rows().first().click()
  }
  await visit.state(showSnoozed, { part: 'main' })
  const region = page.getByRole('region', { name: text('inbox.focusMode') })
  const enterFocusMode = async (): Promise<void> => {
    if (!(await region.isVisible())) {
      await showSnoozed()
      await person.press('.')
    }
    await region.getByText(text('inbox.runPosition', { position: 1, count: 1 })).waitFor()
  }
  await visit.state(enterFocusMode, { part: 'main' })
  await visit.press('Escape')
}

/** Every state and question of the outbox, a refused change, and signing out while they wait. */
export async function visitOutbox(visit: Visit): Promise<void> {
  const { page, person } = visit
  await visit.openThread()
  await addSampleOps(page)
  const showOutbox = async (): Promise<void> => {
    await person.showView(text('rail.outbox'))
    await visit.waitForText('May have arrived.')
  }
  await visit.state(showOutbox)
  await visit.state(async () => {
    await showOutbox()
    const refused = page.getByRole('article').filter({ hasText: 'Too many tags' })
    await refused.getByRole('button', { name: text('outbox.openConversation') }).click()
    await page
      .getByRole('alert')
      .getByText(text('words.intent.tags', { tags: '' }).trim())
      .waitFor()
  })
  const question = visit.dialog().getByText(text('outbox.acts.wouldBeLost', { count: 2 }))
  const askToSignOut = async (): Promise<void> => {
    if (await question.isVisible()) return
    await visit.openDialog('Control+,', text('settings.title'))
    await visit.tab(text('settings.workspaces.title')).click()
    await visit.button(text('settings.workspaces.signOutNamed', { name: text('settings.workspaces.demo') })).click()
    await question.waitFor()
  }
  await visit.state(askToSignOut, { isFamiliar: true })
  await visit.button(text('outbox.acts.cancel')).click()
  await visit.closeDialog()
}
