import type { NetworkTrouble } from '../../src/shared/network/network-trouble.ts'

/** An error from before the first byte of a request, so nothing was sent. Its code says what the user can do. */
export function networkError(code: NetworkTrouble): Error {
  return Object.assign(new Error(code), { code })
}
