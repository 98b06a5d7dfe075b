import { text } from '../../src/strings/text.ts'
import type { Screen } from './table.ts'
import type { Visitor } from './visitor.ts'

async function openPalette(visitor: Visitor, typed: string): Promise<void> {
  await visitor.openJohn()
  await visitor.press('Control+k')
  await visitor.dialog().getByRole('combobox').fill(typed)
}

/** What opens over the window. */
export const DIALOGS: readonly Screen[] = [
  { name: 'palette', from: 'account', show: (visitor) => openPalette(visitor, '') },
  {
    name: 'palette-typed',
    from: 'account',
    isCompared: false,
    async show(visitor) {
      await openPalette(visitor, 'ma')
      await visitor.dialog().getByText('Maya Okafor').first().waitFor()
    },
  },
  {
    name: 'palette-none',
    from: 'account',
    async show(visitor) {
      await openPalette(visitor, 'zzqx')
      await visitor.dialog().getByText('zzqx').first().waitFor()
    },
  },
  {
    name: 'new-conversation',
    from: 'account',
    async show(visitor) {
      await visitor.press('c')
      await visitor.dialog().getByRole('combobox').first().fill('ma')
      await visitor.dialog().getByRole('option').first().waitFor()
    },
  },
  {
    name: 'new-conversation-error',
    from: 'account',
    async show(visitor) {
      await visitor.press('c')
      await visitor.dialog().getByRole('combobox').first().fill('+44 20')
      await visitor.page.keyboard.press('Control+Enter')
    },
  },
  {
    name: 'snooze',
    from: 'account',
    async show(visitor) {
      await visitor.openJohn()
      await visitor.press('h')
      await visitor.dialog().waitFor()
    },
  },
  {
    name: 'tags',
    from: 'account',
    async show(visitor) {
      await visitor.openJohn()
      await visitor.press('l')
      await visitor.type('p')
      await visitor.page.getByRole('option', { name: 'physio' }).or(visitor.page.getByText('physio')).first().waitFor()
    },
  },
  {
    name: 'bulk-tags',
    from: 'account',
    isCompared: false,
    async show(visitor) {
      await visitor.press('j', 'x', 'Shift+J', 'Shift+J', 'Shift+J', 'l')
      await visitor.dialog().waitFor()
    },
  },
  {
    name: 'confirm',
    from: 'account',
    async show(visitor) {
      await visitor.press('Control+a', '#')
      await visitor.dialog().or(visitor.page.getByRole('alertdialog')).waitFor()
    },
  },
  {
    name: 'row-menu',
    from: 'account',
    async show(visitor) {
      await visitor.openJohn()
      await visitor.press('Shift+F10')
      await visitor.page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'export',
    from: 'account',
    isCompared: false,
    async show(visitor) {
      await visitor.press('Control+Shift+e')
      await visitor.dialog().waitFor()
    },
  },
  {
    name: 'help',
    from: 'account',
    async show(visitor) {
      await visitor.press('?')
      await visitor.dialog().waitFor()
    },
  },
  {
    name: 'sign-out',
    from: 'account',
    isCompared: false,
    async show(visitor) {
      await visitor.settings(text('settings.workspaces.title'))
      await visitor
        .dialog()
        .getByRole('button')
        .filter({ hasText: text('outbox.acts.signOut') })
        .first()
        .click()
    },
  },
]
