import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Manifest, makeAssetHandler, readManifest, resolveAsset } from '../../../electron/guards/assets.ts'
import { setLanguage } from '../../../src/shared/language.ts'

let folder: string
let manifest: Manifest

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-assets-'))
  const renderer = join(folder, 'renderer')
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.json'), '{"key":"sk_live"}')
  writeFileSync(
    join(renderer, 'index.html'),
    '<meta nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__" src="./assets/app-1a2b.js"></script>',
  )
  writeFileSync(join(renderer, 'assets', 'app-1a2b.js'), 'export {} // __CSP_NONCE__')
  writeFileSync(join(renderer, 'assets', 'app-1a2b.js.map'), '{}')
  writeFileSync(join(renderer, 'assets', 'app-1a2b.css'), 'body {}')
  manifest = readManifest(renderer)
})
afterAll(() => rmSync(folder, { recursive: true }))

const NOT_THERE: readonly string[] = [
  'app://clarion/../secret.json',
  'app://clarion/..%2fsecret.json',
  'app://clarion/%2e%2e/secret.json',
  'app://clarion/%2e%2e%2fsecret.json',
  'app://clarion/%252e%252e%252fsecret.json',
  'app://clarion/..\\secret.json',
  'app://clarion/..%5csecret.json',
  'app://clarion/assets/../index.html',
  'app://clarion/assets/../../secret.json',
  'app://clarion/assets/..;/../secret.json',
  'app://clarion//etc/passwd',
  'app://clarion///index.html',
  'app://clarion/./index.html',
  'app://clarion/index.html/',
  'app://clarion/index.html%00.js',
  'app://clarion/index.html\u0000',
  'app://clarion/INDEX.HTML',
  'app://clarion/%69ndex.html',
  'app://clarion/assets',
  'app://clarion/assets/',
  'app://clarion/assets/app-1a2b.js.map',
  'app://clarion/C:/Windows/win.ini',
  'app://clarion/C:\\Windows\\win.ini',
  'app://clarion/\\\\server\\share',
  'app://clarion/file:///etc/passwd',
  'app://clarion/__proto__',
  'app://clarion/constructor',
  'app://evil/index.html',
  'app://clarion.evil/index.html',
  'app://clarion@evil/index.html',
  'app://evil/app://clarion/index.html',
  'app://clarion',
  'file:///index.html',
  'https://clarion/index.html',
  '',
]

describe('resolveAsset', () => {
  it.each([
    'app://clarion/',
    'app://clarion/index.html',
    'app://clarion/?x=1',
    'app://clarion/#a',
    'app://clarion/assets/app-1a2b.js',
    'app://clarion/assets/app-1a2b.css?v=1',
  ])('finds %j', async (url) => {
    expect((await makeAssetHandler(() => manifest)({ method: 'GET', url })).status).toBe(200)
  })

  it.each(NOT_THERE)('finds nothing for %j', async (url) => {
    const answer = await makeAssetHandler(() => manifest)({ method: 'GET', url })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
  })

  it('finds only files of the manifest for any path', () => {
    const files = new Set([...manifest.values()].map((asset) => asset.file))
    fc.assert(
      fc.property(fc.oneof(fc.webPath(), fc.string(), fc.constantFrom('..', '%2e', '/', '\\')), (path) => {
        const asset = resolveAsset(manifest, `app://clarion/${path}`)
        if (asset !== null) expect(files).toContain(asset.file)
      }),
      { numRuns: 2_000 },
    )
  })

  it('serves updated files after the document is loaded again', async () => {
    const renderer = mkdtempSync(join(folder, 'updated-'))
    const write = (name: string): void => writeFileSync(join(renderer, name), name)
    write('index.html')
    write('old.js')
    const answer = makeAssetHandler(() => readManifest(renderer))
    const statusOf = async (name: string) =>
      (await answer({ method: 'GET', url: `app://clarion/${name}` }).catch(() => null))?.status
    expect(await statusOf('old.js')).toBe(200)
    rmSync(join(renderer, 'old.js'))
    write('new.js')
    expect(await statusOf('old.js')).not.toBe(200)
    expect(await statusOf('new.js')).toBe(404)
    expect(await statusOf('')).toBe(200)
    expect(await statusOf('new.js')).toBe(200)
    expect(await statusOf('old.js')).toBe(404)
  })

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'get'])('rejects %s', async (method) => {
    const answer = await makeAssetHandler(() => manifest)({ method, url: 'app://clarion/' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

it.each([
  ['en', 'ltr'],
  ['de', 'ltr'],
  ['es', 'ltr'],
  ['en-XA', 'ltr'],
  ['ar-XB', 'rtl'],
] as const)('a document is served in the language %s, written %s', async (language, direction) => {
  onTestFinished(() => setLanguage('en'))
  setLanguage(language)
  const renderer = mkdtempSync(join(folder, 'language-'))
  // What the build makes of this file keeps its first line.
  copyFileSync(new URL('../../../src/index.html', import.meta.url), join(renderer, 'index.html'))
  const answer = await makeAssetHandler(() => readManifest(renderer))({ method: 'GET', url: 'app://clarion/' })
  expect(await answer.text()).toContain(`<html lang="${language}" dir="${direction}">`)
})

describe('a response of the asset handler', () => {
  const get = (url: string): Promise<Response> => makeAssetHandler(() => manifest)({ method: 'GET', url })

  it('has the content type of its file', async () => {
    const kinds = {
      'app://clarion/': 'text/html',
      'app://clarion/assets/app-1a2b.js': 'text/javascript',
      'app://clarion/assets/app-1a2b.css': 'text/css',
    }
    for (const [url, kind] of Object.entries(kinds)) {
      const { headers } = await get(url)
      expect(headers.get('content-type')).toContain(kind)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('is kept from other origins and tells none where it came from', async () => {
    const { headers } = await get('app://clarion/')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('has the policy with a nonce that is in the page and changes with each load', async () => {
    const nonces = []
    for (const answer of [await get('app://clarion/'), await get('app://clarion/')]) {
      const policy = answer.headers.get('content-security-policy') ?? ''
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      const page = await answer.text()
      expect(page).toBe(`<meta nonce="${nonce}"><script nonce="${nonce}" src="./assets/app-1a2b.js"></script>`)
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
      nonces.push(nonce)
    }
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it('has exactly the policy of docs/security.md', async () => {
    const policy = (await get('app://clarion/')).headers.get('content-security-policy') ?? ''
    expect(policy.replace(/'nonce-[^']+'/, "'nonce-…'").split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-…'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'none'",
      "worker-src 'self'",
      "form-action 'none'",
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ])
  })

  it('does not change scripts', async () => {
    expect(await (await get('app://clarion/assets/app-1a2b.js')).text()).toBe('export {} // __CSP_NONCE__')
  })
})
