/** What the walk of the focus reads in the page. */
export type FocusFacts = {
  /** The same number for the same element. */
  readonly id: number
  readonly name: string
  /** On the page itself, or on an element that is disabled or not drawn. */
  readonly isLost: boolean
  /** In the open dialog, menu or popover, or none is open. */
  readonly isInside: boolean
  /** The selection in a text field. */
  readonly caret: string
  /** The element opens a menu or dialog. */
  readonly opens: boolean
}

export type FocusTool = {
  facts(): FocusFacts
  /** Focuses an element by its number; false when it is gone. */
  focus(id: number): boolean
  /** The kinds of overlays that are open, the last one on top. */
  overlays(): readonly string[]
  /** The number of the element that last had the focus outside of overlays. */
  opener(): number
  /** Elements that Tab should reach, by number. */
  tabStops(): readonly { readonly id: number; readonly name: string }[]
  /** A workspace is open, so the keys of commands are heard. */
  hasCommands(): boolean
  /** The dialog or view on screen. */
  title(): string
  /** What is on screen, as far as Escape may change it. */
  signature(): string
}

/** Runs in the page, once per document. */
export function installFocusTool(): void {
  const OVERLAYS = '[role=dialog], [role=alertdialog], [role=menu]'
  const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]'
  const PARTS = `${OVERLAYS}, main, h1, h2, [role=toolbar], section[aria-label], [role=listbox], [data-pane], [aria-current], [role=tab][aria-selected=true], [data-column]`
  const numbers = new WeakMap<Element, number>()
  const elements = new Map<number, WeakRef<Element>>()
  let last: Element | null = null
  let count = 0

  const idOf = (element: Element): number => {
    const known = numbers.get(element)
    if (known !== undefined) return known
    count += 1
    numbers.set(element, count)
    elements.set(count, new WeakRef(element))
    return count
  }
  const nameOf = (element: Element): string => {
    const shown = element.getAttribute('aria-label') ?? element.getAttribute('name') ?? element.textContent ?? ''
    const id = element.id === '' || element.id.includes(':') ? '' : `#${element.id}`
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()}${id} “${shown.replaceAll(/\s+/g, ' ').trim().slice(0, 40)}”`
  }
  const isDrawn = (element: Element): boolean =>
    element.getClientRects().length > 0 &&
    getComputedStyle(element).visibility !== 'hidden' &&
    element.closest('[inert], [aria-hidden=true]') === null
  const top = (): Element | null => [...document.querySelectorAll(OVERLAYS)].findLast(isDrawn) ?? null
  const isStop = (element: HTMLElement): boolean => {
    if (element.tabIndex < 0 || element.matches(':disabled') || !isDrawn(element)) return false
    // It hands the focus on to the tab that is selected.
    if (element.matches('[role=tablist]')) return false
    // One of a group of radio buttons is reached, and the arrow keys move from there.
    return !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked)
  }
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.closest(OVERLAYS) === null) last = target
  })
  const tool: FocusTool = {
    facts() {
      const active = document.activeElement ?? document.body
      const overlay = top()
      const isField = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement
      return {
        id: idOf(active),
        name: nameOf(active),
        isLost: active === document.body || active.matches(':disabled') || active.getClientRects().length === 0,
        isInside: overlay === null || overlay.contains(active),
        caret: isField ? `${active.selectionStart} ${active.selectionEnd}` : '',
        opens: active.hasAttribute('aria-haspopup'),
      }
    },
    focus(id) {
      const element = elements.get(id)?.deref()
      if (!(element instanceof HTMLElement) || !element.isConnected) return false
      element.focus({ preventScroll: true })
      return document.activeElement === element
    },
    overlays: () =>
      [...document.querySelectorAll(OVERLAYS)].filter(isDrawn).map((one) => one.getAttribute('role') ?? ''),
    opener: () => (last?.isConnected === true && !last.matches(':disabled') ? idOf(last) : 0),
    tabStops: () =>
      [...(top() ?? document).querySelectorAll<HTMLElement>(STOPS)]
        .filter(isStop)
        .map((element) => ({ id: idOf(element), name: nameOf(element) })),
    hasCommands: () => document.querySelector('nav') !== null,
    title() {
      const shown = top() ?? document.querySelector('main') ?? document.body
      return nameOf(shown.querySelector('h1, h2') ?? shown)
    },
    signature: () =>
      document.querySelector<HTMLInputElement>('input[type=search]')?.value +
      [...document.querySelectorAll(PARTS)]
        .filter(isDrawn)
        .map((part) => `${nameOf(part)} ${part.id}`)
        .join('\n'),
  }
  Object.assign(window, { focusTool: tool })
}
