/** What Escape leaves next, for the whole window. */

export type BackFacts = {
  readonly screen: 'inbox' | 'outbox'
  readonly isRun: boolean
  readonly isSearching: boolean
  readonly hasPicked: boolean
  /** `search`: anywhere in the search except its results. `list`: the list, or search results. */
  readonly focus: 'list' | 'search' | 'field' | 'elsewhere' | 'nothing'
  /** A list or search results are drawn, so they can get the focus. */
  readonly hasList: boolean
  /** A narrow window shows the thread instead of the list. */
  readonly isListHidden: boolean
  /** The customer panel covers the thread. */
  readonly isCustomerCovering: boolean
}

export type BackStep =
  | 'leave-outbox'
  | 'close-customer'
  | 'end-run'
  | 'end-search'
  | 'focus-list'
  | 'pick-none'
  | 'select-none'

export function backStep(facts: BackFacts): BackStep {
  const { screen, isRun, isSearching, hasPicked, focus, hasList } = facts
  if (screen === 'outbox') return 'leave-outbox'
  if (facts.isCustomerCovering) return 'close-customer'
  if (isRun) return focus === 'field' ? 'focus-list' : 'end-run'
  if (facts.isListHidden) return 'focus-list'
  if (isSearching) {
    if (focus === 'list') return hasPicked ? 'pick-none' : 'end-search'
    return focus === 'search' || !hasList ? 'end-search' : 'focus-list'
  }
  if (focus !== 'list' && focus !== 'nothing') return 'focus-list'
  return hasPicked ? 'pick-none' : 'select-none'
}
