import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { externalUrl } from '../../../../electron/guards/external-url.ts'
import { tokenise } from '../../../../src/thread/log/links.ts'

function drawn(text: string): readonly string[] {
  return tokenise(text).flatMap((part) => (part.kind === 'link' ? [part.text] : []))
}

function opened(text: string): readonly string[] {
  return tokenise(text).flatMap((part) => (part.kind === 'link' ? [part.url] : []))
}

const A = 'https://example.com/a'
const HOST = 'https://example.com'

describe('a link in a text without spaces', () => {
  it.each([
    [`詳しくは${A} をご覧ください`, A],
    [`詳細 ${A}をご覧ください`, A],
    [`${HOST}をご覧ください`, HOST],
    [`詳しくは${HOST}をご覧ください。`, HOST],
    [`${HOST}/をご覧ください`, `${HOST}/`],
    [`${HOST}/shop/をご覧ください`, `${HOST}/shop/`],
    [`${HOST}。次に`, HOST],
    [`${A}。次に`, A],
    [`${A}、次に`, A],
    [`（${A}）`, A],
    [`「${A}」を`, A],
    [`『${A}』`, A],
    [`【${A}】`, A],
    [`${A}！`, A],
    [`${A}？はい`, A],
    [`${A}：説明`, A],
    [`${A}～`, A],
    [`${A}…です`, A],
    [`${A}.をご覧`, A],
    [`(${A})をご覧`, A],
    [`**${A}**をご覧`, A],
    [`_${A}_をご覧`, A],
    [`${HOST}:8080をご覧`, `${HOST}:8080`],
    [`${HOST}:8080/aをご覧`, `${HOST}:8080/a`],
    [`${HOST}/?q=1をご覧`, `${HOST}/?q=1`],
    [`${HOST}/a#bをご覧`, `${HOST}/a#b`],
    [`${HOST}/%E6%97%A5をご覧`, `${HOST}/%E6%97%A5`],
    [`请访问${A}查看详情`, A],
    [`官网${HOST}欢迎`, HOST],
    [`官网：${HOST}，欢迎`, HOST],
    [`ดูที่${A}นะครับ`, A],
    [`ดู${HOST}ได้เลย`, HOST],
    [`${A}에서 보세요`, A],
    [`${HOST}를 보세요`, HOST],
    [`링크는${A}입니다`, A],
    [`${A}ກະລຸນາ`, A],
    [`${A}មើល`, A],
    [`${A}\u200bをご覧`, A],
    [`http://example.com/aをご覧`, 'http://example.com/a'],
    ['HTTPS://EXAMPLE.COMをご覧', 'HTTPS://EXAMPLE.COM'],
    ['連絡先はana@example.comです', 'ana@example.com'],
    ['メール：ana@example.co.jpまで', 'ana@example.co.jp'],
    ['邮箱ana@example.com，谢谢', 'ana@example.com'],
    ['「ana@example.com」', 'ana@example.com'],
    ['電話はtel:+81312345678まで', 'tel:+81312345678'],
    ['mailto:ana@example.comへ', 'mailto:ana@example.com'],
  ])('ends where the sentence continues: %j', (text, link) => {
    expect(drawn(text)).toEqual([link])
  })

  it('is found next to others', () => {
    expect(drawn(`${HOST}と${A}とana@example.comへ、${A}`)).toEqual([HOST, A, 'ana@example.com', A])
  })

  it.each([
    ['https://ja.wikipedia.org/wiki/日本', 'https://ja.wikipedia.org/wiki/日本'],
    ['https://ja.wikipedia.org/wiki/第3章 を', 'https://ja.wikipedia.org/wiki/第3章'],
    ['https://ja.wikipedia.org/wiki/ジョン・スミス_(作家) を', 'https://ja.wikipedia.org/wiki/ジョン・スミス_(作家)'],
    ['https://example.com/?q=日本 を', 'https://example.com/?q=日本'],
    ['https://example.com/a/日本/bを', 'https://example.com/a/日本/b'],
    ['https://de.wikipedia.org/wiki/Köln', 'https://de.wikipedia.org/wiki/Köln'],
    ['https://ru.wikipedia.org/wiki/Москва', 'https://ru.wikipedia.org/wiki/Москва'],
  ])('may have letters of any script after a slash of the path: %j', (text, link) => {
    expect(drawn(text)).toEqual([link])
  })

  // Known limits of the rule: docs/decisions/0005-links.md.
  it.each([
    ['https://ja.wikipedia.org/wiki/HTML入門', 'https://ja.wikipedia.org/wiki/HTML'],
    ['https://example.com/日本', 'https://example.com/'],
    ['https://ja.wikipedia.org/wiki/日本をご覧', 'https://ja.wikipedia.org/wiki/日本をご覧'],
  ])('may end too early or too late in ambiguous text: %j', (text, link) => {
    expect(drawn(text)).toEqual([link])
  })
})

describe('a link between other characters', () => {
  it.each([
    ...[
      "'@'",
      '"@"',
      '“@”',
      '‘@’',
      '„@“',
      '«@»',
      '‹@›',
      '*@*',
      '**@**',
      '_@_',
      '__@__',
      '`@`',
      '<@>',
      '(@)',
      '[@]',
      '{@}',
    ],
    ...[
      '~~@~~',
      '|@|',
      '[text](@)',
      '(see @)',
      '@.',
      '@...',
      '@…',
      '@,',
      '@;',
      '@:',
      '@!',
      '@?',
      '@?!',
      '@)',
      '@).',
      '@🙂',
    ],
    ...[
      '🙂@🙂',
      '@—or',
      '@–',
      '@\nnext',
      '@\t',
      '\u200f@\u200f',
      '\u2068@\u2069',
      '\u200b@\u200b',
      'שלום @, תודה',
      'مرحبا @، شكرا',
    ],
    ...["'@','@'", '@,@', '@;@', '@|@', '@ و @', '„@”', '¿@?', '§@', '·@·', '→@←', '>@<', '@\ufffd'],
  ])('is only the address: %s', (frame) => {
    const parts = frame.split('@')
    for (const address of [
      A,
      HOST,
      `${HOST}/`,
      'https://en.wikipedia.org/wiki/X_(y)',
      'ana@example.com',
      'mailto:ana@example.com',
    ]) {
      expect([frame, drawn(parts.join(address))]).toEqual([frame, parts.slice(1).map(() => address)])
    }
  })

  it.each([
    ['https://en.wikipedia.org/wiki/X_(y)_(z))', 'https://en.wikipedia.org/wiki/X_(y)_(z)'],
    ['https://example.com/a[1]', 'https://example.com/a[1]'],
    ["https://example.com/it's", "https://example.com/it's"],
    ['https://example.com/a_b_', 'https://example.com/a_b_'],
    ['https://web.example/2020/https://example.com/', 'https://web.example/2020/https://example.com/'],
    ['https://example.com/@ana/a', 'https://example.com/@ana/a'],
    ['https://example.com/a%20b%2Fc?d=e&f=#g', 'https://example.com/a%20b%2Fc?d=e&f=#g'],
    ['https://[2001:db8::1]:8080/x', 'https://[2001:db8::1]:8080/x'],
    ['https://example.com.', 'https://example.com'],
    ['https://example.com-', 'https://example.com'],
    ['http://localhost:3000/x', 'http://localhost:3000/x'],
    ['https://192.0.2.1/x', 'https://192.0.2.1/x'],
  ])('keeps its own characters: %j', (text, link) => {
    expect(drawn(text)).toEqual([link])
  })
})

describe('an international domain', () => {
  it.each([
    ['https://münchen.example', 'https://xn--mnchen-3ya.example/'],
    ['https://例え.jpを見て', 'https://xn--r8jz45g.jp/'],
    ['https://例え.jp/a。', 'https://xn--r8jz45g.jp/a'],
    ['https://xn--r8jz45g.jp/', 'https://xn--r8jz45g.jp/'],
    ['请看https://例子.中国谢谢', 'https://xn--fsqu00a.xn--fiqs8s/'],
    ['https://пример.рф/путь', 'https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C'],
    ['info@münchen.example', 'mailto:info@xn--mnchen-3ya.example'],
    ['info@例え.jpへ', 'mailto:info@xn--r8jz45g.jp'],
    // A look-alike letter: the link shows and opens the real domain.
    ['https://раypal.com', 'https://xn--ypal-43d9g.com/'],
  ])('opens the real domain: %j', (text, url) => {
    expect(opened(text)).toEqual([url])
  })

  it.each([
    'https://example.cоm',
    'https://ｅｘａｍｐｌｅ.com',
    'https://𝐞𝐱𝐚𝐦𝐩𝐥𝐞.com',
    'https://2130706433/',
    'https://①②.com/',
  ])('is text when it looks like another domain: %j', (text) => {
    expect(drawn(text)).toEqual([])
  })
})

describe('an email address', () => {
  it.each([
    ["o'neil@example.com", "mailto:o'neil@example.com"],
    ["Write to o'neil@example.com.", "mailto:o'neil@example.com"],
    ["'o'neil@example.com'", "mailto:o'neil@example.com"],
    ["'ana@example.com'", 'mailto:ana@example.com'],
    ["name='ana@example.com'", 'mailto:ana@example.com'],
    ['r&d@example.com', 'mailto:r%26d@example.com'],
    ['50%off@example.com', 'mailto:50%25off@example.com'],
    ['what?@example.com', 'mailto:what%3F@example.com'],
    ['a#b@example.com', 'mailto:a%23b@example.com'],
    ['info@münchen.example', 'mailto:info@xn--mnchen-3ya.example'],
    ['_ana_@example.com', 'mailto:_ana_@example.com'],
    ['-ana@example.com', 'mailto:ana@example.com'],
    ['...ana@example.com', 'mailto:ana@example.com'],
    ['\u200bana@example.com', 'mailto:ana@example.com'],
    ['mailto:jo@example.com?bcc=x@example.org', 'mailto:jo@example.com'],
    ['mailto:jo@example.com?subject=x%0abcc:y', 'mailto:jo@example.com'],
  ])('becomes a link that opens: %j', (text, url) => {
    expect(opened(text).slice(0, 1)).toEqual([url])
    expect(externalUrl(url)).toMatchObject({ ok: true, href: url })
  })

  it.each([
    'jörg@example.com',
    'o’neil@example.com',
    'жана@example.com',
    'ana@example',
    'ana@192.0.2.1',
    'ana@-',
    'ana.@example.com',
    'a..b@example.com',
    '@example.com',
    'ana@ example.com',
    'pkg@1.2.3',
    'user:word@example.com',
    '//ana@example.com@x.com',
    `${'a'.repeat(65)}@example.com`,
    'ana@ex\u200bample.com',
    'an\u200ba@example.com',
    'mailto:jo%0a@example.com',
    'mailto:?to=jo',
  ])('stays text when it cannot open: %j', (text) => {
    expect(drawn(text)).toEqual([])
  })
})

describe('the start of a long text', () => {
  it('has no link that is cut off', () => {
    expect(tokenise('a https://example.com/tok', true)).toEqual([{ kind: 'text', text: 'a https://example.com/tok' }])
    expect(tokenise('https://example.com/ b', true)).toHaveLength(2)
    expect(tokenise('write to ana@example.co', true)).toHaveLength(1)
  })
})

describe('rendered and opened links', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'https://',
      'http://',
      'HTTPS://',
      'mailto:',
      'tel:',
      'tel:+1 555',
      'javascript:',
      '//',
      '@',
      ':',
      '.',
      '/',
      '?',
      '#',
    ),
    fc.constantFrom(
      A,
      HOST,
      'example.com',
      'ana@example.com',
      "o'neil@example.com",
      'münchen.example',
      '例え.jp',
      'xn--r8jz45g.jp',
    ),
    fc.constantFrom(
      'を',
      'ご覧',
      '日本',
      'ไทย',
      '한국',
      '中国',
      'שלום',
      'ä',
      'a',
      '1',
      ' ',
      '\n',
      '。',
      '（',
      '）',
      '、',
    ),
    fc.constantFrom(
      "'",
      '"',
      '*',
      '_',
      '(',
      ')',
      '[',
      ']',
      '<',
      '>',
      '|',
      '~',
      '`',
      '\\',
      '%0a',
      '%zz',
      '&',
      '=',
      ',',
      ';',
    ),
    fc.constantFrom('\u200b', '\u202e', '\u2066', '\ufeff', '\ud800', '\ufffd', '🙂', 'ｅ', '𝐞', 'е'),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.emailAddress(),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )

  it('are the same: every rendered link passes the check of the main process, and its text is what opens', () => {
    let links = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), fc.boolean(), (pieces, isCut) => {
        const text = pieces.join('')
        const parts = tokenise(text, isCut)
        expect(parts.map((part) => part.text).join('')).toBe(text)
        for (const part of parts) {
          if (part.kind === 'text') continue
          links += 1
          expect(externalUrl(part.url)).toMatchObject({ ok: true, href: part.url })
          expect(externalUrl(/^(https?|mailto|tel):/i.test(part.text) ? part.text : mailtoOf(part.text))).toMatchObject(
            { href: part.url },
          )
        }
      }),
      { numRuns: 2_000 },
    )
    expect(links).toBeGreaterThan(500)
  }, 60_000)

  afterEach(() => vi.restoreAllMocks())

  it.each([
    'https://',
    'https://a.bを',
    'https://a.b/aを',
    'https://a.b/を',
    'https://u@',
    'https://u:',
    'https://a.b/x,',
    'https://a.b/((',
    'https://a.b/))',
    'https://a.b\u200b',
    'a@',
    'a@b.',
    'a.b@c.d',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@',
    'mailto:a',
    'mailto:a@b.c?',
    'tel:1',
    "'https://a.b/'",
    ':@',
    '\u200b@',
  ])('cost linear time for a text that repeats %j', (unit) => {
    const [short, long] = [workOf(unit.repeat(200)), workOf(unit.repeat(800))]
    expect(long).toBeLessThan(short * 4 + 5_000)
    expect(workOf(`https://a.b/${unit.repeat(800)}`)).toBeLessThan(
      workOf(`https://a.b/${unit.repeat(200)}`) * 4 + 5_000,
    )
  })
})

/** What the page makes of a bare address. */
function mailtoOf(address: string): string {
  const at = address.lastIndexOf('@')
  return `mailto:${encodeURIComponent(address.slice(0, at))}${address.slice(at)}`
}

/** Counts the characters that were read one by one or by a pattern. */
function workOf(text: string): number {
  let work = 0
  const count = <A extends unknown[], R>(original: (...input: A) => R) =>
    function counted(this: unknown, ...input: A): R {
      work += 1
      return original.apply(this, input)
    }
  const { codePointAt, charAt } = String.prototype
  const { test } = RegExp.prototype
  vi.spyOn(String.prototype, 'codePointAt').mockImplementation(count(codePointAt))
  vi.spyOn(String.prototype, 'charAt').mockImplementation(count(charAt))
  vi.spyOn(RegExp.prototype, 'test').mockImplementation(function counted(this: RegExp, value: string) {
    const from = this.lastIndex
    const isFound = test.call(this, value)
    work += this.sticky ? Math.max(1, this.lastIndex - from) : 1
    return isFound
  })
  for (const part of tokenise(text)) work += part.text.length
  vi.restoreAllMocks()
  return work
}
