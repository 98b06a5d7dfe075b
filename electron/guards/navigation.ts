import { isOurUrl, START_URL } from './origin.ts'

/** The window shows one document for as long as it lives: reloading it is all the navigation there is. */
export function navigationPolicy(url: string): boolean {
  return url === START_URL || url.startsWith(`${START_URL}#`)
}

/**
 * The second wall behind the page's content security policy: what the page may load at all. Developer tools
 * load from their own scheme; while developing, Vite's server may be reached too.
 */
export function requestPolicy(url: string, devOrigin: string | null): boolean {
  if (isOurUrl(url) || url.startsWith('devtools://')) return true
  return devOrigin !== null && originOf(url) === devOrigin
}

/** With `ws:` read as `http:`, since Vite speaks both on one port; null for what is no address. */
function originOf(url: string): string | null {
  try {
    return new URL(url.replace(/^ws(s?):/, 'http$1:')).origin
  } catch {
    return null
  }
}
