import type { Page } from 'playwright-core'
import { type FocusFacts, type FocusTool, installFocusTool } from './focus-in-page.ts'
import type { CheckOptions } from './visit.ts'

/** A ring with more stops never ends. */
const MAX_STOPS = 400
/** Escapes that leave any place. */
const MAX_ESCAPES = 6
/** The focus is restored a frame after a change; a busy machine draws one in this time, ms. */
const SETTLED_MS = 2_000

type Reach = () => Promise<unknown>

/**
 * Presses Tab and Shift+Tab through a whole ring in each state, and Escape from each of its stops. In a state without a dialog it also opens a
 * dialog and each menu from each stop, and leaves it. The focus never rests on the page itself, and returns to what opened a dialog.
 */
export class FocusWalk {
  readonly #page: Page
  states = 0
  stops = 0
  escapes = 0
  returns = 0
  /** What is wrong, since `take`. */
  #found: string[] = []
  #state = ''

  private constructor(page: Page) {
    this.#page = page
  }

  static async begin(page: Page): Promise<FocusWalk> {
    await page.addInitScript(installFocusTool)
    await page.evaluate(installFocusTool)
    return new FocusWalk(page)
  }

  /** The faults since the last call. */
  take(): readonly string[] {
    const found = this.#found
    this.#found = []
    return found
  }

  /** Walks through the state on screen. `reach`: reaches it again; null where it can't be, so nothing is left by Escape. */
  async walk({ isTabTaken = false, isFamiliar = false, part }: CheckOptions, reach: Reach | null): Promise<void> {
    this.states += 1
    const before = await this.#facts()
    const [kind = 'page'] = (await this.#overlays()).slice(-1)
    this.#state = await this.#read((tool) => tool.title())
    if (kind === 'menu') await this.#walkMenu()
    const keys = kind === 'menu' ? [] : isTabTaken ? ['Shift+Tab'] : ['Tab', 'Shift+Tab']
    let stops: readonly FocusFacts[] = []
    const hasCommands = await this.#read((tool) => tool.hasCommands())
    for (const key of keys) stops = await this.#ring(key, kind === 'page' && !hasCommands)
    this.stops += stops.length
    if (reach === null) {
      await this.#focus(before.id)
      return
    }
    // A familiar state has the buttons of another one.
    if (!isFamiliar) {
      if (kind === 'page' && hasCommands && part === undefined) for (const stop of stops) await this.#openAndLeave(stop)
      for (const stop of stops.length === 0 ? [before] : stops) await this.#escapeFrom(stop, reach)
    }
    await this.#leaveOverlays()
    await reach()
  }

  /**
   * Each stop is another element, inside the dialog if one is open, and the last one leads to the first. `mayLeave`: no workspace is open, so
   * the browser takes the focus after the last one, and gives it back. Electron has nothing to give it to.
   */
  async #ring(key: string, mayLeave: boolean): Promise<readonly FocusFacts[]> {
    const stops: FocusFacts[] = []
    let last: FocusFacts | null = null
    while (stops.length < MAX_STOPS) {
      await this.#page.keyboard.press(key)
      let stop = await this.#settled(mayLeave ? 0 : SETTLED_MS)
      if (stop.isLost && mayLeave) {
        await this.#page.keyboard.press(key)
        stop = await this.#settled()
      }
      const after = last === null ? '' : ` after ${last.name}`
      if (stop.isLost) {
        this.#report(`${key} leaves the focus on nothing${after}`)
        return stops
      }
      if (!stop.isInside) this.#report(`${key} leaves the dialog for ${stop.name}${after}`)
      // In the reply field, Tab goes from one placeholder to the next before it leaves.
      const isWithin = last?.id === stop.id && last.caret !== stop.caret
      if (!isWithin) {
        // The first one may be gone, such as a hint of the search that the focus has left.
        if (stops.some(({ id }) => id === stop.id)) {
          await this.#findUnreached(key, stops)
          return stops
        }
        stops.push(stop)
      }
      last = stop
    }
    this.#report(`${key} finds no end`)
    return stops
  }

  async #findUnreached(key: string, stops: readonly FocusFacts[]): Promise<void> {
    const reached = new Set(stops.map(({ id }) => id))
    for (const { id, name } of await this.#read((tool) => tool.tabStops()))
      if (!reached.has(id)) this.#report(`${key} does not reach ${name}`)
  }

  /** The arrow keys move through a menu and come back to its first item. */
  async #walkMenu(): Promise<void> {
    await this.#page.keyboard.press('Home')
    const first = await this.#settled()
    for (let step = 0; step < MAX_STOPS; step += 1) {
      await this.#page.keyboard.press('ArrowDown')
      const stop = await this.#settled()
      if (stop.isLost || !stop.isInside) return this.#report(`ArrowDown leaves the menu for ${stop.name}`)
      if (stop.id === first.id) break
      const next = await this.#read((tool) => tool.overlays())
      if (next.at(-1) !== 'menu') return this.#report('ArrowDown closes the menu')
      this.stops += 1
    }
    await this.#page.keyboard.press('Tab')
    if ((await this.#settled()).isLost) this.#report('Tab in the menu leaves the focus on nothing')
  }

  /** The palette, and the menu of this stop if it has one, give the focus back to it. */
  async #openAndLeave(stop: FocusFacts): Promise<void> {
    for (const key of ['Control+k', ...(stop.opens ? ['Enter'] : [])]) {
      if (!(await this.#focus(stop.id))) return
      await this.#page.keyboard.press(key)
      await this.#waitForOverlay(true)
      await this.#page.keyboard.press('Escape')
      await this.#waitForOverlay(false)
      await this.#expectFocus(stop, `${key} and Escape from ${stop.name}`)
      this.returns += 1
    }
  }

  /** Escape leaves the focus on an element; out of a dialog, on the one that opened it. */
  async #escapeFrom(stop: FocusFacts, reach: Reach): Promise<void> {
    if (!(await this.#focus(stop.id))) {
      // Another state of the same view has replaced it.
      await this.#leaveOverlays()
      await reach()
      if (!(await this.#focusByName(stop))) return
    }
    const [before, opener, signature] = await Promise.all([
      this.#read((tool) => tool.overlays()),
      this.#read((tool) => tool.opener()),
      this.#read((tool) => tool.signature()),
    ])
    await this.#page.keyboard.press('Escape')
    this.escapes += 1
    const step = `Escape from ${stop.name}`
    const overlays = await this.#overlays()
    if ((await this.#settled()).isLost) this.#report(`${step} leaves the focus on nothing`)
    if (before.length > 0 && overlays.length === 0 && opener !== 0 && (await this.#read((tool) => tool.opener())) !== 0)
      await this.#expectFocus({ ...stop, id: opener, name: 'what opened it' }, step)
    if (overlays.length < before.length || (await this.#read((tool) => tool.signature())) !== signature) {
      await this.#leaveOverlays()
      await reach()
    }
  }

  async #leaveOverlays(): Promise<void> {
    for (let escape = 0; escape < MAX_ESCAPES; escape += 1) {
      if ((await this.#overlays()).length === 0) return
      await this.#page.keyboard.press('Escape')
      await this.#settled()
    }
    this.#report(`${MAX_ESCAPES} times Escape does not leave the dialog`)
  }

  async #expectFocus({ id, name }: Pick<FocusFacts, 'id' | 'name'>, step: string): Promise<void> {
    await this.#page
      .waitForFunction((wanted) => (window as unknown as InPage).focusTool.facts().id === wanted, id, {
        timeout: SETTLED_MS,
      })
      .catch(async () => {
        const { name: actual, isLost } = await this.#facts()
        this.#report(`${step} gives the focus to ${isLost ? 'nothing' : actual} and not to ${name}`)
      })
  }

  async #waitForOverlay(isOpen: boolean): Promise<void> {
    await this.#page.waitForFunction(
      (wanted) => (window as unknown as InPage).focusTool.overlays().length > 0 === wanted,
      isOpen,
    )
  }

  #focus(id: number): Promise<boolean> {
    return this.#page.evaluate((wanted) => (window as unknown as InPage).focusTool.focus(wanted), id)
  }

  /** An element that was drawn anew has the same name. */
  async #focusByName({ name }: FocusFacts): Promise<boolean> {
    const stops = await this.#read((tool) => tool.tabStops())
    const same = stops.find((stop) => stop.name === name)
    return same !== undefined && this.#focus(same.id)
  }

  #facts(): Promise<FocusFacts> {
    return this.#read((tool) => tool.facts())
  }

  /** What has the focus once it is restored. */
  async #settled(limitMs = SETTLED_MS): Promise<FocusFacts> {
    const facts = await this.#facts()
    if (!facts.isLost || limitMs === 0) return facts
    await this.#page
      .waitForFunction(() => !(window as unknown as InPage).focusTool.facts().isLost, null, { timeout: limitMs })
      .catch(() => undefined)
    return this.#facts()
  }

  /** The overlays that are open once the last change is drawn. */
  async #overlays(): Promise<readonly string[]> {
    await this.#page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    return this.#read((tool) => tool.overlays())
  }

  #read<T>(read: (tool: FocusTool) => T): Promise<T> {
    return this.#page.evaluate(`(${read.toString()})(window.focusTool)`)
  }

  #report(fault: string): void {
    this.#found.push(`${this.#state}: ${fault}`)
  }
}

type InPage = { readonly focusTool: FocusTool }
