import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { contentSecurityPolicy } from './csp.ts'
import { currentLanguage, directionOf } from '../../src/shared/language.ts'
import { START_URL } from './origin.ts'

type Asset = { readonly file: string; readonly contentType: string }

/** Every path that the window may request, as of the last load of its document. A request never becomes part of a file name. */
export type Manifest = ReadonlyMap<string, Asset>

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}

/** Lists the files of the built page. Files of an unknown type, such as source maps, are left out. */
export function readManifest(directory: string): Manifest {
  const manifest = new Map<string, Asset>()
  const walk = (folder: string, path: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = join(folder, entry.name)
      const contentType = CONTENT_TYPES[extname(entry.name)]
      if (entry.isDirectory()) walk(file, `${path}${entry.name}/`)
      else if (contentType !== undefined) manifest.set(`${path}${entry.name}`, { file, contentType })
    }
  }
  walk(directory, '/')
  return manifest
}

/**
 * The asset at a URL, or null. The URL is compared without decoding or normalizing, so dots, backslashes and percent signs cannot
 * lead to another folder.
 */
export function resolveAsset(manifest: Manifest, url: string): Asset | null {
  if (!url.startsWith(START_URL)) return null
  const path = /^[^?#]*/.exec(url.slice(START_URL.length))?.[0] ?? ''
  return manifest.get(path === '' ? '/index.html' : `/${path}`) ?? null
}

/** The build writes this into index.html (`html.cspNonce`). */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** Writes the language and its direction into the document, which the page's modules read as they load (src/shared/language.ts). */
export function inLanguage(document: string): string {
  const language = currentLanguage()
  return document.replace('<html lang="en">', `<html lang="${language}" dir="${directionOf(language)}">`)
}

/**
 * Answers every request of the window from the manifest only. Each load of the document calls `read` again, because an update may
 * have replaced the files since the start.
 */
export function makeAssetHandler(
  read: () => Manifest,
): (request: { method: string; url: string }) => Promise<Response> {
  let manifest = read()
  return async function answer({ method, url }) {
    if (method !== 'GET') return refuse(405)
    if (resolveAsset(manifest, url)?.contentType.startsWith('text/html') === true) manifest = read()
    const asset = resolveAsset(manifest, url)
    if (asset === null) return refuse(404)
    const nonce = randomBytes(16).toString('base64')
    const bytes = await readFile(asset.file)
    const isDocument = asset.contentType.startsWith('text/html')
    const body = isDocument ? inLanguage(bytes.toString('utf8')).replaceAll(NONCE_PLACEHOLDER, nonce) : bytes
    return new Response(body, { headers: headersOf(asset, nonce) })
  }
}

function headersOf(asset: Asset, nonce: string): Record<string, string> {
  return {
    'content-type': asset.contentType,
    'content-security-policy': contentSecurityPolicy(nonce),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers: { 'x-content-type-options': 'nosniff' } })
}
