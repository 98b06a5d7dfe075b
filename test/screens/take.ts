import type { Page } from 'playwright-core'
import type { Screen, Size } from './table.ts'

/** How a screen is drawn beside its own contrast. */
export type Look = { readonly size: Size; readonly colorScheme: 'light' | 'dark' }

export async function applyLook(page: Page, screen: Screen, { size, colorScheme }: Look): Promise<void> {
  await page.setViewportSize(size)
  await page.emulateMedia({
    colorScheme,
    contrast: screen.contrast ?? null,
    forcedColors: screen.forcedColors ?? null,
  })
}

const MAX_TRIES = 20

/** A picture of the window once it does not change any more. The pointer is away, so that nothing is drawn as hovered. */
export async function takePicture(page: Page): Promise<Buffer> {
  await page.mouse.move(0, 0)
  const take = async (): Promise<Buffer> => {
    // Drawing may ask for another file of the typeface.
    await page.evaluate(() => document.fonts.ready)
    return page.screenshot({ animations: 'disabled', scale: 'css' })
  }
  let before = await take()
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const now = await take()
    if (now.equals(before)) return now
    before = now
  }
  throw new Error('the screen keeps changing')
}

/** Replaces characters that the app's typeface does not have: each machine has other fonts for them, of another width and height. */
export async function replaceForeignText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const foreign = /[^\s!-\u036f\u0370-\u052f\u1e00-\u1fff\u2000-\u20cf\u2100-\u22ff]/gu
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { currentNode: text } = texts
      if (text.nodeValue?.match(foreign)) text.nodeValue = text.nodeValue.replaceAll(foreign, 'x')
    }
    for (const field of document.querySelectorAll('textarea')) field.value = field.value.replaceAll(foreign, 'x')
  })
}
