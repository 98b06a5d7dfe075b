import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DemoWindow, openDemoWindow } from '../support/demo-window.ts'

describe('key drill in the demo', () => {
  let demo: DemoWindow

  beforeEach(async () => {
    demo = await openDemoWindow()
    await demo.page.setViewportSize({ width: 1280, height: 800 })
  })

  afterEach(() => demo.built.close())

  const cardOf = (page: Page) => page.getByRole('region', { name: 'Key drill' })

  it('is finished with the keyboard alone, and keeps the focus out of its card', async () => {
    const { page } = demo
    const card = cardOf(page)
    await card.getByText('1 of 5').waitFor()
    await page.keyboard.press('j')
    await card.getByText('2 of 5').waitFor()
    await page.keyboard.press('r')
    await page.keyboard.type('Friday works.')
    await expect.poll(() => demo.person.reply().inputValue()).toBe('Friday works.')
    await page.keyboard.press('Control+Enter')
    await card.getByText('3 of 5').waitFor()
    await card.getByText(/You’re in a text field/).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('e')
    await card.getByText('4 of 5').waitFor()
    await page.keyboard.press('z')
    await card.getByText('5 of 5').waitFor()
    expect(await card.getByText('The key is').count()).toBe(0)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor()
    await page.keyboard.press('Escape')
    await card.getByText('Drill finished').waitFor()
    expect(await card.evaluate((element) => element.contains(document.activeElement))).toBe(false)
    await page.reload()
    await demo.person.rows().first().waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor()
    await page.keyboard.type('key drill')
    await page.getByRole('option', { name: /^Start the key drill/ }).waitFor()
    await page.keyboard.press('Enter')
    await card.getByText('1 of 5').waitFor()
  })

  it('is finished with the mouse alone, apart from the text, and names the keys', async () => {
    const { page, person } = demo
    const card = cardOf(page)
    await card.getByText('1 of 5').waitFor()
    await person.row(/^John Smith/).click()
    await card.getByText('2 of 5').waitFor()
    await page.getByRole('textbox', { name: 'Reply' }).click()
    await page.keyboard.type('Friday works.')
    await page.getByRole('button', { name: /^Send SMS/ }).click()
    await card.getByText('3 of 5').waitFor()
    expect(await card.getByText('The key is').count()).toBe(1)
    await page.getByRole('button', { name: 'Resolve', exact: true }).click()
    await card.getByText('4 of 5').waitFor()
    await card.getByRole('button', { name: 'Undo', exact: true }).click()
    await card.getByText('5 of 5').waitFor()
    await person.row(/^John Smith/).waitFor()
    await card.getByRole('button', { name: 'Open command palette' }).click()
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor()
    await page.keyboard.press('Escape')
    await card.getByText('Drill finished').waitFor()
    await card.getByRole('button', { name: 'Close' }).click()
    await card.waitFor({ state: 'detached' })
  })
})
