/** The origin of the window. It must never change: the database belongs to it, and another origin would open an empty database. */
export const SCHEME = 'app'
const ORIGIN = 'app://clarion'
export const START_URL = `${ORIGIN}/`

/** The trailing slash ends the host, so that neither `app://clarion.evil` nor `app://clarion@evil` passes. */
export function isOurUrl(url: string): boolean {
  return url.startsWith(START_URL)
}
