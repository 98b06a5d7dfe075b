import type { NetworkTrouble } from '../../src/shared/network/network-trouble.ts'

/**
 * An error from before the first byte of a request, so nothing was sent. Its code says what the user can do. `proxy`: host and port, where one
 * proxy is the reason.
 */
export function networkError(code: NetworkTrouble, proxy?: string): Error {
  return Object.assign(new Error(code), { code, ...(proxy !== undefined && { proxy }) })
}
