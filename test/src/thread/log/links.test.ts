import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { tokenise } from '../../../../src/thread/log/links.ts'

function linksIn(text: string): readonly (readonly [string, string])[] {
  return tokenise(text).flatMap((part) => (part.kind === 'link' ? [[part.text, part.url] as const] : []))
}

describe('tokenise', () => {
  it.each([
    ['see https://example.com/a?b=c#d.', 'https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['(https://en.example.org/wiki/X_(y))', 'https://en.example.org/wiki/X_(y)', 'https://en.example.org/wiki/X_(y)'],
    ['https://example.com, and more', 'https://example.com', 'https://example.com/'],
    ['HTTPS://EXAMPLE.COM/Path', 'HTTPS://EXAMPLE.COM/Path', 'https://example.com/Path'],
    ['http://example.com:8080/x', 'http://example.com:8080/x', 'http://example.com:8080/x'],
    ['http://[::1]/x', 'http://[::1]/x', 'http://[::1]/x'],
    [
      'https://example.com/طلب/4512 شكراً',
      'https://example.com/طلب/4512',
      'https://example.com/%D8%B7%D9%84%D8%A8/4512',
    ],
    ['write to a.b+c@ex-ample.co.uk!', 'a.b+c@ex-ample.co.uk', 'mailto:a.b+c@ex-ample.co.uk'],
    ['mailto:ana@example.com', 'mailto:ana@example.com', 'mailto:ana@example.com'],
    ['call tel:+1-555-123-4567, please', 'tel:+1-555-123-4567', 'tel:+1-555-123-4567'],
    ['<a href="https://example.com">x</a>', 'https://example.com', 'https://example.com/'],
    ['https://example.com/<script>', 'https://example.com/', 'https://example.com/'],
    ['https://example.com"onmouseover=alert(1)', 'https://example.com', 'https://example.com/'],
    ['view-source:https://example.com', 'https://example.com', 'https://example.com/'],
  ])('finds the link in %j', (text, written, url) => {
    expect(linksIn(text)).toEqual([[written, url]])
  })

  it('links a look-alike domain to its punycode', () => {
    expect(linksIn('https://аррӏе.com')).toEqual([['https://аррӏе.com', 'https://xn--80ak6aa92e.com/']])
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\u0000script:alert(1)',
    'javascript://example.com/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'ftp://example.com/x',
    '//example.com/x',
    'clarion://open/1',
    'ms-settings:privacy',
    'smb://host/share',
    'sms:+15551234567',
    'tel:abc',
    'tel:',
    'mailto:',
    'http://',
    'https:',
    'https:example.com',
    'https:/example.com',
    'http://example.com:99999/',
    'https://name:secret@example.com/',
    'https://good.example@evil.example',
    'https://example.com\\@evil.example',
    'mailto:javascript:alert(1)@x.com',
    'a@b.co@c.de',
    'https://ex\u200bample.com',
    'https://good.example%2eevil.example/',
    'https://ex%61mple.com/',
    `https://${'a'.repeat(64)}.example/`,
    `https://${'a.'.repeat(130)}example/`,
    `x@${'a'.repeat(64)}.example`,
    'https://example.com/\u202egnp.exe',
    'https://example.com/\u2066x',
    'https://exam\u00adple.com',
    'www.example.com',
    'example.com',
    'readme.md',
    'version 1.2.3:4',
    'x@y',
    `https://example.com/${'a'.repeat(3_000)}`,
  ])('finds no link in %j', (text) => {
    expect(linksIn(text)).toEqual([])
  })

  it('finds several links and keeps the whole text', () => {
    const text = 'https://a.example/ then b@c.example\nand tel:+49301234567 end'
    expect(linksIn(text).map(([written]) => written)).toEqual(['https://a.example/', 'b@c.example', 'tel:+49301234567'])
    expect(
      tokenise(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })

  it('limits the number of links in a message', () => {
    expect(linksIn('https://example.com/a '.repeat(4_000)).length).toBeLessThanOrEqual(500)
  })

  it('links no host that some engines reject', () => {
    // Simulates browsers that accept any letters after `xn--`.
    class LenientUrl extends URL {
      constructor(text: string) {
        super(text.replaceAll('xn--', 'zz--'))
      }
      override get hostname(): string {
        return super.hostname.replaceAll('zz--', 'xn--')
      }
    }
    vi.stubGlobal('URL', LenientUrl)
    try {
      expect(linksIn('https://xn--a.example/ x@xn--0.example https://xn--example-.example')).toEqual([])
      expect(linksIn('https://xn--mnchen-3ya.example/')).toHaveLength(1)
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it.each(['a@b', 'a@', '@a.', 'https://a'])('scans one host at a time when the text repeats %j', (piece) => {
    const lengths: number[] = []
    const { lastIndexOf } = String.prototype
    // oxlint-disable-next-line no-extend-native -- counts calls, and is restored
    String.prototype.lastIndexOf = function count(sought, from) {
      lengths.push(this.length)
      return lastIndexOf.call(this, sought, from)
    }
    try {
      tokenise(piece.repeat(500))
    } finally {
      String.prototype.lastIndexOf = lastIndexOf
    }
    expect(lengths.length).toBeGreaterThan(0)
    expect(Math.max(...lengths)).toBeLessThan(100)
  })

  it('never changes a text or links another scheme, for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('https://', 'http://', 'mailto:', 'tel:+1', 'javascript:', '@', '.com', ' ', '\u202e'),
      fc.constantFrom('//', ':', '%00', '"', '<', 'a.example/'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        const parts = tokenise(text)
        const isWhole = parts.map((part) => part.text).join('') === text
        return isWhole && parts.every((part) => part.kind === 'text' || isHarmless(new URL(part.url)))
      }),
      { numRuns: 1_000 },
    )
    // A limit against a hang, not a measure of speed.
  }, 60_000)
})

function isHarmless(url: URL): boolean {
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol) && url.username + url.password === ''
}
