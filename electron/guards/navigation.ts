import { isOurUrl, START_URL } from './origin.ts'

/** The window always shows the same document, so the only allowed navigation is a reload. */
export function navigationPolicy(url: string): boolean {
  return url === START_URL || url.startsWith(`${START_URL}#`)
}

/**
 * The URLs that the page may load: a second defence behind its content security policy. Developer tools load from their own scheme.
 * During development, Vite's server is allowed too.
 */
export function requestPolicy(url: string, devOrigin: string | null): boolean {
  if (isOurUrl(url) || url.startsWith('devtools://')) return true
  return devOrigin !== null && originOf(url) === devOrigin
}

/** `ws:` counts as `http:`, because Vite uses both on one port. Null for an invalid URL. */
function originOf(url: string): string | null {
  try {
    return new URL(url.replace(/^ws(s?):/, 'http$1:')).origin
  } catch {
    return null
  }
}
