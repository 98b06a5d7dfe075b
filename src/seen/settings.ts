/** When an open conversation counts as read. Persisted: a stored name that is no longer known counts as the first one. */
export const READ_TIMINGS = ['open', 'half-second', 'two-seconds', 'reply', 'hand'] as const
export type ReadTiming = (typeof READ_TIMINGS)[number]

const NAME = 'read-timing'

/** One setting for all workspaces of this device: it describes how the user reads. */
export function readReadTiming(store: Pick<Storage, 'getItem'>): ReadTiming {
  const stored = store.getItem(NAME)
  return READ_TIMINGS.find((timing) => timing === stored) ?? 'open'
}

export function saveReadTiming(store: Pick<Storage, 'setItem'>, timing: ReadTiming): void {
  store.setItem(NAME, timing)
}
