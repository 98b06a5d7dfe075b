import { arePicked, type Picked } from '../catalogue/picked.ts'

/** A part of the screen beside the rail. In a narrow window only one is shown. */
export type Pane = 'list' | 'thread' | 'customer'

/** How a window of some width is divided. The styles read it from attributes of <html>, which follow-layout.ts sets. */
export type Layout = {
  /** `icons`: the rail shows names only as tooltips. */
  readonly rail: 'names' | 'icons'
  /** `one`: one pane at a time, with a way back. */
  readonly panes: 'one' | 'several'
  /** Where the customer panel is: the only pane, over the thread, or beside it. */
  readonly customer: 'alone' | 'over' | 'beside'
  /** There is room for the customer panel, so it opens without the user. */
  readonly isWide: boolean
}

/** From this width on, in CSS pixels, there is room for the customer panel. */
export const MIN_WIDE = 1_920

/** From each width on, in CSS pixels, so that zoom counts. */
const LAYOUTS: readonly (readonly [minWidth: number, layout: Layout])[] = [
  [MIN_WIDE, { rail: 'names', panes: 'several', customer: 'beside', isWide: true }],
  [1_200, { rail: 'names', panes: 'several', customer: 'beside', isWide: false }],
  [1_000, { rail: 'names', panes: 'several', customer: 'over', isWide: false }],
  [760, { rail: 'icons', panes: 'several', customer: 'over', isWide: false }],
]

const NARROWEST: Layout = { rail: 'icons', panes: 'one', customer: 'alone', isWide: false }

/** Before the width of the window is known. */
export const FIRST_LAYOUT: Layout = layoutFor(1_280)

/** Equal widths give the same object. `width` is in CSS pixels. */
export function layoutFor(width: number): Layout {
  return LAYOUTS.find(([minWidth]) => width >= minWidth)?.[1] ?? NARROWEST
}

type PaneView = {
  readonly layout: Layout
  /** The pane that the user has chosen last. */
  readonly pane: Pane
  readonly selectedId: string | null
  /** Focus mode, which has no list. */
  readonly run: object | null
  readonly picked: Picked
}

/** The selection takes the place of the thread and of the customer panel. */
export function isSelectionShown({ run, picked }: Pick<PaneView, 'run' | 'picked'>): boolean {
  return run === null && arePicked(picked)
}

/** The only pane on screen; null while several are. */
export function frontPane(view: PaneView): Pane | null {
  const { layout, pane, selectedId, run } = view
  if (layout.panes === 'several') return null
  if (run !== null) return pane === 'customer' && selectedId !== null ? 'customer' : 'thread'
  if (selectedId === null) return 'list'
  return pane === 'customer' && isSelectionShown(view) ? 'thread' : pane
}

/** Whether the pane is on screen, if it has something to show. */
export function isPaneShown(view: PaneView, pane: Pane): boolean {
  const front = frontPane(view)
  return front === null || front === pane
}

type CustomerView = PaneView & {
  /** The user has opened the panel beside the thread. Remembered across restarts. */
  readonly isCustomerShown: boolean
  /** The user has closed the panel in this window, so it doesn't open again. */
  readonly isCustomerClosed: boolean
  /** A setting: wide windows open the panel. */
  readonly opensCustomer: boolean
}

export function isCustomerOpen(view: CustomerView): boolean {
  const { layout, isCustomerShown, isCustomerClosed, opensCustomer } = view
  if (isSelectionShown(view)) return false
  if (layout.customer === 'alone') return frontPane(view) === 'customer'
  // It hides a part of the thread, so it is open only until the user goes to the thread.
  if (layout.customer === 'over') return view.pane === 'customer'
  return isCustomerShown || (layout.isWide && opensCustomer && !isCustomerClosed)
}

/** The customer panel hides the thread, or a part of it. */
export function isCustomerCovering(view: CustomerView): boolean {
  return view.layout.customer !== 'beside' && view.selectedId !== null && isCustomerOpen(view)
}
