import type { Sealer } from './sealer.ts'

/** Name of the `meta` row by which a wrong key is recognised before anything else is read. Persisted. */
export const KEY_CHECK = 'keyCheck'

const PLACE = 'keyCheck'

export function makeKeyCheck(sealer: Sealer): Uint8Array {
  return sealer.seal(PLACE, KEY_CHECK)
}

export function opensKeyCheck(sealer: Sealer, value: unknown): boolean {
  return sealer.open(PLACE, value) === KEY_CHECK
}
