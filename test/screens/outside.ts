import { text } from '../../src/strings/text.ts'
import type { Screen } from './table.ts'

/** Before and around an open workspace. */
export const OUTSIDE: readonly Screen[] = [
  { name: 'first', from: 'nothing', isInElectron: true, show: async () => undefined },
  {
    name: 'first-refused',
    from: 'nothing',
    isCompared: false,
    async show({ page }) {
      await page.locator('[name=key]').fill('sk_live wrong')
      await page.locator('[name=key]').press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'first-sync',
    from: 'nothing',
    async show(visitor) {
      // The first page of the list arrives, and the next one doesn't.
      let requests = 0
      visitor.server.faults.inject({ answer: 'hang' }, { times: 1_000, when: () => ++requests > 2 })
      await visitor.connect()
      await visitor.list().getByRole('option').first().waitFor()
    },
  },
  {
    name: 'drill',
    from: 'demo',
    async show(visitor) {
      await visitor.press('j')
      await visitor.message('').waitFor()
    },
  },
  {
    name: 'drill-summary',
    from: 'demo',
    async show(visitor) {
      await visitor.press('j')
      await visitor.message('').waitFor()
      await visitor.reply('Ok')
      await visitor.page.keyboard.press('Control+Enter')
      await visitor.press('e')
      await visitor.press('z')
      await visitor.press('Control+k')
      await visitor.dialog().waitFor()
      await visitor.page.keyboard.press('Escape')
      await visitor.page.getByRole('heading', { name: text('drill.summary.title') }).waitFor()
    },
  },
  {
    name: 'lock',
    from: 'account',
    isLast: true,
    async show({ page }) {
      await page.addInitScript(() => {
        const { bridge } = window as unknown as {
          bridge: { -readonly [M in keyof typeof window.bridge]: (typeof window.bridge)[M] }
        }
        const { readSession } = bridge
        bridge.readSession = async (input) => {
          const session = await readSession(input)
          return session.ok ? { ok: true, value: { ...session.value, isLocked: true } } : session
        }
      })
      await page.reload()
      await page.getByRole('heading').first().waitFor()
    },
  },
  {
    name: 'offline',
    from: 'account',
    async show(visitor) {
      await visitor.openJohn()
      await visitor.page.context().setOffline(true)
      await visitor.server.close()
      await visitor.press('F5')
      await visitor.page.getByText(text('rail.status.offline')).first().waitFor()
    },
  },
]
