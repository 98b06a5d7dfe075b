import { frontPane, isCustomerOpen, layoutFor, type Layout, type Pane } from './view/layout.ts'
import { useView } from './view/view.ts'
import type { View } from './view/view-state.ts'

/** Persisted: rename only with a migration. */
const SHOWN = 'customer-shown'
const OPENS = 'customer-in-wide-windows'

type FollowedWindow = Pick<Window, 'innerWidth' | 'addEventListener' | 'removeEventListener'>

type LayoutParts = {
  readonly window: FollowedWindow
  readonly document: Pick<Document, 'activeElement' | 'documentElement'>
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
}

/**
 * Keeps the layout of the view in step with the width of the window, and writes it to attributes of <html> for the styles. A change of the
 * view is written at once: a pane can get the focus in the same task. Call it before the first render.
 */
export function followLayout({ window, document, storage }: LayoutParts): () => void {
  const { dataset } = document.documentElement
  const write = (view: View): void => {
    const front = frontPane(view)
    if (dataset['rail'] !== view.layout.rail) dataset['rail'] = view.layout.rail
    if (dataset['panes'] !== view.layout.panes) dataset['panes'] = view.layout.panes
    if (dataset['customer'] !== view.layout.customer) dataset['customer'] = view.layout.customer
    if (dataset['front'] === (front ?? undefined)) return
    if (front === null) delete dataset['front']
    else dataset['front'] = front
  }
  const resize = (): void => {
    const layout = layoutFor(window.innerWidth)
    const before = useView.getState()
    if (layout === before.layout) return
    useView.setState({ layout, ...paneAfter(document, before, layout) })
  }
  loadCustomerChoices(storage)
  resize()
  write(useView.getState())
  window.addEventListener('resize', resize)
  const unsubscribe = useView.subscribe((view, before) => {
    write(view)
    if (view.isCustomerShown !== before.isCustomerShown) storage.setItem(SHOWN, view.isCustomerShown ? 'yes' : 'no')
    if (view.opensCustomer !== before.opensCustomer) storage.setItem(OPENS, view.opensCustomer ? 'yes' : 'no')
  })
  return () => {
    unsubscribe()
    window.removeEventListener('resize', resize)
  }
}

/** Whether the customer panel is open, and whether it opens in wide windows. */
export function loadCustomerChoices(storage: Pick<Storage, 'getItem'>): void {
  useView.setState({
    isCustomerShown: storage.getItem(SHOWN) === 'yes',
    opensCustomer: storage.getItem(OPENS) !== 'no',
  })
}

/** Another layout leaves the pane in use on screen: with less room the one with the focus, with more room an open customer panel. */
function paneAfter(document: Pick<Document, 'activeElement'>, before: View, layout: Layout): Partial<View> {
  const wasBeside = before.layout.customer === 'beside'
  const isNarrower = layout.panes === 'one' && before.layout.panes === 'several'
  if (layout.customer !== 'beside') return wasBeside || isNarrower ? { pane: paneInUse(document, before) } : {}
  return !wasBeside && isCustomerOpen(before) ? { isCustomerShown: true, isCustomerClosed: false, pane: 'thread' } : {}
}

/** The pane with the focus, so that a user who types keeps typing. Else the one that the user has gone to last. */
function paneInUse({ activeElement }: Pick<Document, 'activeElement'>, { pane }: View): Pane {
  const column = activeElement?.closest<HTMLElement>('[data-column]')?.dataset['column']
  return column === 'thread' || column === 'customer' ? column : pane
}
