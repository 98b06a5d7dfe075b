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
}

export type BackStep = 'leave-outbox' | 'end-run' | 'end-search' | 'focus-list' | 'pick-none' | 'select-none'

export function backStep({ screen, isRun, isSearching, hasPicked, focus, hasList }: BackFacts): BackStep {
  if (screen === 'outbox') return 'leave-outbox'
  if (isRun) return focus === 'field' ? 'focus-list' : 'end-run'
  if (isSearching) {
    if (focus === 'list') return hasPicked ? 'pick-none' : 'end-search'
    return focus === 'search' || !hasList ? 'end-search' : 'focus-list'
  }
  if (focus !== 'list' && focus !== 'nothing') return 'focus-list'
  return hasPicked ? 'pick-none' : 'select-none'
}
