/** A sweep of the open conversations, which change often, or of all. */
export type SweepKind = 'open' | 'all'

/** A conversation that a sweep did not show, to be read by its id. */
export type Check = {
  readonly kind: SweepKind
  readonly conversationId: string
  readonly serverId: string
  /** Two whole passes did not show it: it is removed if the server answers 404. */
  readonly mayRemove: boolean
}

/** What is on screen, and what is fetched ahead. Neither waits for the other. */
export type SyncLane = 'attention' | 'background'

export type Job =
  | { readonly kind: 'open-thread'; readonly conversationId: string }
  | { readonly kind: 'poll'; readonly offset: number }
  | { readonly kind: 'sweep'; readonly sweep: SweepKind; readonly offset: number }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'hydrate'; readonly conversationId: string }
  /** Makes no request: queues the threads that are missing or out of date on this device. */
  | { readonly kind: 'fill-queue' }

export function laneOf({ kind }: Job): SyncLane {
  return kind === 'open-thread' || kind === 'poll' ? 'attention' : 'background'
}
