import type { CDPSession, Page } from 'playwright-core'

type Property = { readonly name: string; readonly value: { readonly value?: unknown } }
type TreeNode = {
  readonly ignored: boolean
  readonly role?: { readonly value?: string }
  readonly name?: { readonly value?: string }
  readonly description?: { readonly value?: string }
  readonly value?: { readonly value?: string | number }
  readonly properties?: readonly Property[]
}

/** States that a screen reader says. */
const SAID_STATES = ['checked', 'pressed', 'selected', 'expanded', 'disabled', 'invalid', 'readonly'] as const

/** A window is at rest after this number of looks without a change, this far apart, ms. */
const LOOKS = 8
const PAUSE_MS = 80

/**
 * What a screen reader would say: the element with the focus or the option that it points to, from the browser's accessibility tree, and
 * what live regions announce.
 */
export class Listener {
  readonly #page: Page
  readonly #devtools: CDPSession
  #lastFocus = ''

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page
    this.#devtools = devtools
  }

  static async begin(page: Page): Promise<Listener> {
    const devtools = await page.context().newCDPSession(page)
    await page.evaluate(() => {
      const LIVE = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]'
      const heard: string[] = []
      Object.assign(window, { heard })
      new MutationObserver((records) => {
        const regions = new Set<Element>()
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement
          const region = element?.closest(LIVE)
          if (region !== null && region !== undefined && region.getAttribute('aria-live') !== 'off') regions.add(region)
        }
        for (const region of regions) {
          const words = (region.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
          if (words !== '') heard.push(words)
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
    })
    return new Listener(page, devtools)
  }

  /** Everything since the last call, once the window is at rest: the focus if it has moved, then the announcements. */
  async hear(): Promise<readonly string[]> {
    await this.#untilAtRest()
    const focus = await this.#focus()
    const announced = await this.#page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0))
    const isNew = focus !== this.#lastFocus
    this.#lastFocus = focus
    return [...(isNew ? [focus] : []), ...announced.map((words) => `announced: ${words}`)]
  }

  async #untilAtRest(): Promise<void> {
    let last = ''
    for (let same = 0; same < LOOKS;) {
      const now = await this.#page.evaluate(async (pauseMs) => {
        // A window without changes may draw no frame, so this waits for none.
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
        return `${document.activeElement?.outerHTML.length} ${document.body.textContent}`
      }, PAUSE_MS)
      same = now === last ? same + 1 : 0
      last = now
    }
  }

  async #focus(): Promise<string> {
    const focused = await this.#describe('document.activeElement')
    const pointed = await this.#describe(
      "document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')",
    )
    return pointed ?? focused ?? 'nothing'
  }

  async #describe(expression: string): Promise<string | null> {
    const { result } = await this.#devtools.send('Runtime.evaluate', { expression })
    if (result.objectId === undefined) return null
    const { nodes } = await this.#devtools.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    })
    const [node] = nodes as readonly TreeNode[]
    return node === undefined ? null : sentenceOf(node)
  }
}

function sentenceOf({ role, name, description, value, properties = [] }: TreeNode): string {
  const states = SAID_STATES.flatMap((state) => {
    const found = properties.find((property) => property.name === state)?.value.value
    if (found === undefined || found === false || found === 'false') return []
    return [found === true || found === 'true' ? state : `${state} ${JSON.stringify(found)}`]
  })
  return [
    name?.value || 'without a name',
    role?.value,
    ...states,
    value?.value !== undefined && value.value !== '' && `“${value.value}”`,
    description?.value && `(${description.value})`,
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ')
}
