import { ELEMENT_IDS } from '../../../src/ui/element-ids.ts'

/** A tall screen: 50 rows of 64 px. */
export const LIST_HEIGHT_PX = 3_200
const OTHER_HEIGHT_PX = 40

/** Gives a document without a screen what the app's panes measure: the list is a tall screen, everything else one line. */
export function layOutPage(): void {
  const height = { configurable: true, get: heightOf }
  Object.defineProperties(HTMLElement.prototype, { offsetHeight: height, clientHeight: height })
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: { configurable: true, value: 360 },
    clientWidth: { configurable: true, value: 360 },
  })
  Object.defineProperties(navigator, {
    locks: { configurable: true, value: { request: (_: string, work: () => unknown) => work() } },
    storage: { configurable: true, value: { estimate: () => Promise.resolve({ usage: 0, quota: 1e12 }) } },
  })
  // Idle as soon as the key is handled.
  Object.assign(globalThis, {
    requestIdleCallback: (then: () => void) => setTimeout(then),
    cancelIdleCallback: (timer: number) => clearTimeout(timer),
  })
  Object.assign(document, { hasFocus: () => true })
}

function heightOf(this: HTMLElement): number {
  return this.id === ELEMENT_IDS.list ? LIST_HEIGHT_PX : OTHER_HEIGHT_PX
}
