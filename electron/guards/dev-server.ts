import { inLanguage } from './assets.ts'
import { developmentPolicy } from './csp.ts'
import { START_URL } from './origin.ts'

/** The origin of the Vite server during development; null in a package, whatever the environment contains. */
export function devOriginOf(env: Readonly<Record<string, string | undefined>>, isPackaged: boolean): string | null {
  const url = env['ELECTRON_RENDERER_URL']
  return isPackaged || url === undefined || url === '' ? null : new URL(url).origin
}

/** Serves the page from Vite under the app's origin, so that development uses the same database and the same guards. */
export function makeDevHandler(devOrigin: string): (request: { method: string; url: string }) => Promise<Response> {
  return async function answer({ method, url }) {
    if (method !== 'GET') return new Response(null, { status: 405 })
    const response = await fetch(`${devOrigin}/${url.slice(START_URL.length)}`, { headers: { accept: '*/*' } })
    const headers = new Headers({ 'content-security-policy': developmentPolicy(devOrigin) })
    const contentType = response.headers.get('content-type')
    if (contentType !== null) headers.set('content-type', contentType)
    const isDocument = contentType?.startsWith('text/html') === true
    const body = isDocument ? inLanguage(await response.text()) : await response.arrayBuffer()
    return new Response(body, { status: response.status, headers })
  }
}
