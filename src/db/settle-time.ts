/**
 * For this long, reads may not show yet what the server has accepted, ms. Within it our copy is kept, and a read that does not show a
 * change proves nothing.
 */
export const SETTLE_MS = 120_000
