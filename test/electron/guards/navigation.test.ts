import { describe, expect, it } from 'vitest'
import { navigationPolicy, requestPolicy } from '../../../electron/guards/navigation.ts'
import { isOurUrl } from '../../../electron/guards/origin.ts'

const ELSEWHERE: readonly string[] = [
  '',
  'app:',
  'app:clarion',
  'app:/clarion/',
  'app://',
  'app://clarion',
  'app://clarion.evil/',
  'app://clarion@evil/',
  'app://clarion:80/',
  'app://user@clarion/',
  'app://user:word@clarion/',
  'app://CLARION/',
  'APP://clarion/',
  'app://evil/',
  'app://evil/app://clarion/',
  'app:///clarion/',
  'app://clarion%2f',
  'app://clarion\\',
  'app://clarion\u0000/',
  'app://%63larion/',
  ' app://clarion/',
  '\napp://clarion/',
  'xapp://clarion/',
  'about:blank',
  'about:srcdoc',
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,<h1>hi',
  'blob:app://clarion/00000000-0000-0000-0000-000000000000',
  'filesystem:app://clarion/temporary/x',
  'view-source:app://clarion/',
  'file:///etc/passwd',
  'file://clarion/',
  'http://clarion/',
  'https://clarion/',
  'https://example.com/',
  'http://127.0.0.1:4010/',
  'ws://clarion/',
  'ftp://clarion/',
  'chrome://gpu',
  'chrome-extension://abc/index.html',
  'mailto:jo@example.com',
  'tel:+1555',
  'clarion://open',
  'https://xn--pple-43d.com/',
]

describe('isOurUrl', () => {
  it.each(ELSEWHERE)('rejects %j', (url) => {
    expect(isOurUrl(url)).toBe(false)
    expect(navigationPolicy(url)).toBe(false)
    expect(requestPolicy(url, null)).toBe(false)
  })
})

describe('navigationPolicy', () => {
  it.each(['app://clarion/', 'app://clarion/#', 'app://clarion/#anything'])(
    'allows a reload of the document at %j',
    (url) => {
      expect(navigationPolicy(url)).toBe(true)
    },
  )

  it.each([
    'app://clarion/index.html',
    'app://clarion/assets/index.js',
    'app://clarion/?x',
    'app://clarion//',
    'app://clarion/%23',
  ])('denies other URLs of our origin: %j', (url) => {
    expect(navigationPolicy(url)).toBe(false)
  })
})

describe('requestPolicy', () => {
  it.each(['app://clarion/', 'app://clarion/assets/a.js', 'devtools://devtools/bundled/x.js'])(
    'allows a request to %j',
    (url) => {
      expect(requestPolicy(url, null)).toBe(true)
    },
  )

  it("allows only Vite's server during development", () => {
    const dev = 'http://localhost:5173'
    for (const url of [`${dev}/src/main.tsx`, 'ws://localhost:5173/?token=x'])
      expect(requestPolicy(url, dev)).toBe(true)
    for (const url of [
      'http://localhost:5174/',
      'https://localhost:5173/',
      'http://localhost.evil:5173/',
      'http://localhost:5173@evil/',
      'nonsense',
    ]) {
      expect(requestPolicy(url, dev)).toBe(false)
    }
  })
})
