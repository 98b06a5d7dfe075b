import { developmentPolicy } from './csp.ts'
import { START_URL } from './origin.ts'

/** Vite's own origin while developing; null in a package, whatever the environment says. */
export function devOriginOf(env: Readonly<Record<string, string | undefined>>, isPackaged: boolean): string | null {
  const url = env['ELECTRON_RENDERER_URL']
  return isPackaged || url === undefined || url === '' ? null : new URL(url).origin
}

/** Serves the window from Vite under the app's own origin, so that development has the same database and the same guards. */
export function makeDevHandler(devOrigin: string): (request: { method: string; url: string }) => Promise<Response> {
  return async function answer({ method, url }) {
    if (method !== 'GET') return new Response(null, { status: 405 })
    const answered = await fetch(`${devOrigin}/${url.slice(START_URL.length)}`, { headers: { accept: '*/*' } })
    const headers = new Headers({ 'content-security-policy': developmentPolicy(devOrigin) })
    const contentType = answered.headers.get('content-type')
    if (contentType !== null) headers.set('content-type', contentType)
    return new Response(await answered.arrayBuffer(), { status: answered.status, headers })
  }
}
