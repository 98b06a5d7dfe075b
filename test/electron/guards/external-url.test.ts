import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { externalUrl } from '../../../electron/guards/external-url.ts'
import { linkTarget } from '../../../src/shared/link-target.ts'

const OPENED: readonly [string, string][] = [
  ['https://example.com', 'example.com'],
  ['https://example.com/', 'example.com'],
  ['HTTPS://EXAMPLE.COM/Path', 'example.com'],
  ['https://example.com:8443/a?b=c#d', 'example.com:8443'],
  ['https://sub.example.co.uk/a%20b', 'sub.example.co.uk'],
  ['https://192.0.2.1/', '192.0.2.1'],
  ['https://[2001:db8::1]/', '[2001:db8::1]'],
  // The host is shown in Punycode, which reveals letters that look like others.
  ['https://аpple.com/', 'xn--pple-43d.com'],
  ['https://bücher.example/', 'xn--bcher-kva.example'],
  ['https://example.com/@handle', 'example.com'],
  ['https://example.com/?next=https://evil.example', 'example.com'],
  // http is shown, because the connection is not encrypted.
  ['http://example.com', 'http://example.com'],
  ['HTTP://example.com:8080/x', 'http://example.com:8080'],
  ['http://192.168.0.1/', 'http://192.168.0.1'],
  ['https://例え.jp/', 'xn--r8jz45g.jp'],
  ['https://xn--r8jz45g.jp/', 'xn--r8jz45g.jp'],
  ['https://mu\u0308nchen.example/', 'xn--mnchen-3ya.example'],
  ['https://my_bucket.example.com/', 'my_bucket.example.com'],
  ['mailto:jo@example.com', 'jo@example.com'],
  ["mailto:o'neil@example.com", "o'neil@example.com"],
  ['mailto:r&d@example.com', 'r%26d@example.com'],
  ['mailto:r%26d@example.com', 'r%26d@example.com'],
  ['mailto:info@münchen.example', 'info@xn--mnchen-3ya.example'],
  ['mailto:jo@example.com?body=one%0D%0Atwo', 'jo@example.com'],
  ['mailto:jo.doe+tag@mail.example.com?subject=Hello&body=Hi%20there', 'jo.doe+tag@mail.example.com'],
  ['tel:+15551234567', '+15551234567'],
  ['tel:+1-555-123-4567', '+1-555-123-4567'],
  ['tel:(555)123.4567', '(555)123.4567'],
]

const REFUSED: readonly string[] = [
  '',
  'example.com',
  '//example.com',
  '/etc/passwd',
  'ftp://example.com',
  'file:///etc/passwd',
  'file://server/share/evil.exe',
  '\\\\server\\share\\evil.exe',
  'https:\\\\example.com',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://example.com/uuid',
  'about:blank',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'view-source:https://example.com',
  'app://clarion/',
  'clarion://open',
  'smb://server/share',
  'ms-msdt:/id',
  'ms-officecmd:{}',
  'search-ms:query=x',
  'vscode://file/etc/passwd',
  'ssh://host',
  'steam://run/1',
  'itms-services://?action=download',
  'https://user@example.com',
  'https://user:word@example.com',
  'https://example.com@evil.example',
  'https://:word@example.com',
  'https://example.com\\@evil.example',
  'https://exa\tmple.com',
  'https://example.com/\r\nHost: evil',
  'https://example.com/a b',
  'https://example.com/\u202Egpj.exe',
  'https://exam\u200Bple.com',
  'https://example.com/\u0000',
  'https://',
  'https://[::1',
  'https:example.com',
  'https:/example.com',
  'https:///example.com',
  'https://2130706433/',
  'https://a..b/',
  'https://.a.b/',
  'https://-a.example/',
  'https://a-.example/',
  'https://0x7f.1/',
  'https://127.1/',
  'https://ｅｘａｍｐｌｅ.com/',
  'https://𝐞𝐱𝐚𝐦𝐩𝐥𝐞.com/',
  'https://example.cоm/',
  'https://example。com/',
  'https://exa%6dple.com/',
  'https://example.com/\ud800',
  'https://example.com/\ufffd',
  'https://example.com:99999',
  `https://example.com/${'a'.repeat(2_048)}`,
  'mailto:',
  'mailto:jo',
  'mailto:jo@example',
  'mailto:jo@192.0.2.1',
  'mailto:jo@[::1]',
  'mailto:jo@my_host.example',
  'mailto:.jo@example.com',
  'mailto:j..o@example.com',
  'mailto:jörg@example.com',
  'mailto:jo%0A@example.com',
  'mailto:jo%0d%0abcc:x@example.com',
  'mailto:jo%40evil.example,x@example.com',
  'mailto:a@b@example.com',
  'mailto:%FF@example.com',
  'mailto:jo@example.com?subject=x%0D%0ABcc:other@example.com',
  'mailto:jo@example.com?subject=x%0abcc:other@example.com',
  'mailto:jo@example.com?subject=%c0%8a',
  'mailto:jo@example.com?Bcc=other@example.com',
  'mailto:jo@example.com?b%63c=other@example.com',
  'mailto:jo@example.com?subject=x&%62cc=other@example.com',
  'mailto:jo@example.com?body=%00',
  `mailto:${'a'.repeat(65)}@example.com`,
  'mailto:a@example.com,b@example.com',
  'mailto:jo@example.com?cc=other@example.com',
  'mailto:jo@example.com?bcc=other@example.com',
  'mailto:jo@example.com?attach=/etc/passwd',
  'mailto:jo@example.com?subject=x&attachment=/etc/passwd',
  'mailto:?to=jo@example.com',
  'tel:',
  'tel:*21*5551234%23',
  'tel:*#06#',
  'tel:+1555;ext=1',
  'tel:+1555?x=1',
  'sms:+15551234567',
]

describe('externalUrl', () => {
  it.each(OPENED)('opens %j and shows %j', (raw, shown) => {
    expect(externalUrl(raw)).toMatchObject({ ok: true, shown })
  })

  it.each(REFUSED)('refuses %j with a reason', (raw) => {
    const link = externalUrl(raw)
    expect(link.ok).toBe(false)
    expect(!link.ok && link.why.endsWith('.')).toBe(true)
  })

  // Later checks would refuse these too. The user should read the real reason.
  it.each(['https://user@example.com', 'https://user:word@example.com/', 'https://example.com@evil.example/'])(
    'refuses %j for its user name',
    (raw) => {
      expect(linkTarget(raw)).toEqual({ ok: false, why: 'user name' })
    },
  )

  it('allows the four schemes only, shows the target and never throws', () => {
    const scheme = fc.constantFrom('https:', 'http:', 'mailto:', 'tel:', 'file:', 'javascript:', '')
    fc.assert(
      fc.property(
        scheme,
        fc.constantFrom('', '//'),
        fc.oneof(fc.webAuthority({ withUserInfo: true }), fc.emailAddress(), fc.string()),
        fc.string(),
        (start, slashes, place, rest) => {
          const link = externalUrl(start + slashes + place + rest)
          if (!link.ok) return
          const url = new URL(link.href)
          expect(['https:', 'http:', 'mailto:', 'tel:']).toContain(url.protocol)
          expect(url.username + url.password).toBe('')
          expect(link.href).toContain(link.shown)
          expect(link.shown).not.toBe('')
          // Main opens exactly the link that the page shows.
          expect(externalUrl(link.href)).toEqual(link)
        },
      ),
      { numRuns: 5_000 },
    )
  })
})
