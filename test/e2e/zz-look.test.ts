import { it } from 'vitest'
import { startSandbox } from '../../electron/sandbox/server.ts'
import { openBuiltWindow } from '../support/chromium.ts'
import { Person } from '../support/person.ts'

it('looks', async () => {
  const server = await startSandbox({ conversations: 30, answers: false, key: 'sk_test_e2e_0123456789' })
  const built = await openBuiltWindow()
  const { page } = built
  const person = new Person(page)
  try {
    await page.setViewportSize({ width: 1280, height: 800 })
    await person.connect('sk_test_e2e_0123456789', `http://127.0.0.1:${server.port}`)
    await person.rows().first().waitFor()
    await person.open(/^John Smith/)
    await person.reply().fill('A draft')
    await page.getByRole('button', { name: /^Workspace/ }).click()
    await page.getByRole('menuitem', { name: 'Add a workspace…' }).click()
    await page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.rows().first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const [name, width, height] of [['wide', 1280, 800], ['narrow', 620, 700]] as const) {
        await page.setViewportSize({ width, height })
        await page.keyboard.press('Control+,')
        await page.getByRole('dialog', { name: 'Settings' }).waitFor()
        for (const section of ['Appearance', 'Reading', 'Sending', 'Writing', 'Notifications', 'Keys', 'Workspaces', 'Data on this device', 'Request log']) {
          if (name === 'narrow' && !['Reading', 'Sending', 'Workspaces', 'Keys'].includes(section)) continue
          await page.getByRole('tab', { name: section }).click()
          if (section === 'Workspaces') await page.getByText(/1 draft/).waitFor()
          await page.waitForTimeout(250)
          await page.screenshot({ path: `/tmp/look-reading/${name}-${colorScheme}-${section.replaceAll(' ', '-')}.png` })
        }
        if (name === 'wide') {
          await page.getByRole('tab', { name: 'Workspaces' }).click()
          await page.getByRole('button', { name: /^Rename/ }).click()
          await page.waitForTimeout(150)
          await page.screenshot({ path: `/tmp/look-reading/${name}-${colorScheme}-rename.png` })
          await page.getByRole('button', { name: 'Cancel' }).click()
          await page.getByRole('button', { name: /^Sign out of 127/ }).click()
          await page.waitForTimeout(250)
          await page.screenshot({ path: `/tmp/look-reading/${name}-${colorScheme}-signout.png` })
          await page.getByRole('button', { name: 'Stay' }).click()
          await page.getByRole('searchbox', { name: 'Search settings' }).fill('undo')
          await page.waitForTimeout(150)
          await page.screenshot({ path: `/tmp/look-reading/${name}-${colorScheme}-search.png` })
          await page.getByRole('searchbox', { name: 'Search settings' }).fill('')
        }
        await page.getByRole('button', { name: 'Close dialog' }).click()
      }
    }
  } catch (error) {
    await page.screenshot({ path: '/tmp/look-reading/error.png' })
    throw error
  } finally {
    await built.close()
    await server.close()
  }
})
