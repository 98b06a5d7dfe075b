/** When a conversation that is opened counts as read. Persisted: a name that is not known any more counts as the first. */
export const READ_TIMINGS = ['open', 'half-second', 'two-seconds', 'reply', 'hand'] as const
export type ReadTiming = (typeof READ_TIMINGS)[number]

const NAME = 'read-timing'

/** Of this device and all its workspaces: it is about the person who reads. */
export function readReadTiming(store: Pick<Storage, 'getItem'>): ReadTiming {
  const stored = store.getItem(NAME)
  return READ_TIMINGS.find((timing) => timing === stored) ?? 'open'
}

export function saveReadTiming(store: Pick<Storage, 'setItem'>, timing: ReadTiming): void {
  store.setItem(NAME, timing)
}
