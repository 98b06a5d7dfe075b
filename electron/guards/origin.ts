/** The window's own origin. Fixed for good: the database belongs to it, so that another origin would open an empty one. */
export const SCHEME = 'app'
const ORIGIN = 'app://clarion'
export const START_URL = `${ORIGIN}/`

/** The slash ends the host, so that neither `app://clarion.evil` nor `app://clarion@evil` passes. */
export function isOurUrl(url: string): boolean {
  return url.startsWith(START_URL)
}
