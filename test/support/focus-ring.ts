import type { Page } from 'playwright-core'

/**
 * Presses Tab through the page and returns the elements whose focus ring is not on screen: it has no outline, or a container that clips its
 * content cuts the outline off.
 */
export async function findHiddenRings(page: Page, presses: number): Promise<readonly string[]> {
  const hidden = new Set<string>()
  for (let pressed = 0; pressed < presses; pressed++) {
    await page.keyboard.press('Tab')
    const problem = await page.evaluate(hiddenRing)
    if (problem !== null) hidden.add(problem)
  }
  return [...hidden]
}

/** Runs in the page. What is wrong with the ring of the focused element, or null. */
export function hiddenRing(): string | null {
  /** px. A fraction of a pixel comes from rounding. */
  const SLACK = 0.6
  const element = document.activeElement
  if (element === null || element.matches('body, [role=dialog], [role=tablist]')) return null
  // A label draws the ring of its radio, a list that of its row, a box that of its field. A dialog or a list of tabs around them has none.
  const holders = [
    element,
    ...element.querySelectorAll('[aria-current=true]'),
    element.closest('label'),
    element.parentElement,
  ]
  const isSeen = (holder: Element | null | undefined): boolean => {
    if (holder == null) return false
    const style = getComputedStyle(holder)
    return (
      (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1) || style.boxShadow.includes('inset')
    )
  }
  const ringed = holders.find(isSeen)
  const name = `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? ''}`
  if (ringed == null) return `${name}: no ring`
  const style = getComputedStyle(ringed)
  if (style.outlineStyle === 'none') return null
  const reach = Number.parseFloat(style.outlineWidth) + Number.parseFloat(style.outlineOffset) - SLACK
  const box = ringed.getBoundingClientRect()
  // The window itself cuts off nothing: a line between two panes is as high as the window.
  for (let parent = ringed.parentElement; parent !== document.body && parent !== null; parent = parent.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(parent)
    const clip = parent.getBoundingClientRect()
    const isCutX = overflowX !== 'visible' && (box.left - reach < clip.left || box.right + reach > clip.right)
    const isCutY = overflowY !== 'visible' && (box.top - reach < clip.top || box.bottom + reach > clip.bottom)
    if (isCutX || isCutY) return `${name}: cut off by ${parent.tagName.toLowerCase()}.${parent.className.slice(0, 60)}`
    if (position === 'fixed') return null
  }
  return null
}
