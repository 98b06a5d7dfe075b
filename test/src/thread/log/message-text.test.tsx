import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MessageText } from '../../../../src/thread/log/message-text.tsx'

const nothing = (): void => undefined

function markupOf(content: string, isExpanded = true): string {
  return renderToStaticMarkup(
    <MessageText content={content} isExpanded={isExpanded} onExpand={nothing} onOpenLink={nothing} />,
  )
}

/** The elements and attributes of the markup. React escapes `<` and `"` in text, so the pattern matches nothing else. */
function elementsIn(markup: string): readonly { readonly tag: string; readonly attributes: readonly string[] }[] {
  return [...markup.matchAll(/<([a-z0-9-]+)([^>]*)>/gi)].map(([, tag = '', rest = '']) => ({
    tag,
    attributes: [...rest.matchAll(/([a-z-]+)="/gi)].map(([, name = '']) => name),
  }))
}

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  p: ['dir', 'class'],
  a: ['href', 'title', 'dir', 'draggable', 'class'],
  button: ['type', 'aria-expanded', 'class'],
}

function isAllowed(tag: string, attributes: readonly string[]): boolean {
  const allowed = ATTRIBUTES[tag]
  return allowed !== undefined && attributes.every((name) => allowed.includes(name))
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'-alert(1)-'",
  '<a href="javascript:alert(1)">click</a>',
  '[click](javascript:alert(1))',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '&lt;b&gt;',
  '<!-- --!><img src=x onerror=alert(1)>',
  '<style>*{display:none}</style>',
  'https://example.com/"onmouseover="alert(1)',
  "https://example.com/'><script>",
  'https://example.com/\u202e\u0000<b>',
  '\u0000\u0001\u001b[31m',
  '<math><mi//xlink:href="data:x,<script>alert(4)</script>">',
  '{{constructor.constructor("alert(1)")()}}',
  'mailto:a@b.co?body=<script>',
]

describe('MessageText', () => {
  it('renders only text and links for any content', () => {
    const piece = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 20 }))
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.boolean(), (pieces, isExpanded) => {
        const elements = elementsIn(markupOf(pieces.join(' '), isExpanded))
        return elements.every(({ tag, attributes }) => isAllowed(tag, attributes))
      }),
      { numRuns: 500 },
    )
    // A limit against a hang, not a measure of speed.
  }, 60_000)

  it('shows markup as text', () => {
    expect(markupOf('<b>bold</b> & more')).toContain('&lt;b&gt;bold&lt;/b&gt; &amp; more')
  })

  it('shows the real address of a link', () => {
    expect(markupOf('see https://аррӏе.com')).toContain('title="https://xn--80ak6aa92e.com/"')
  })

  it('renders only the start of 100 KB and shows the length', () => {
    const markup = markupOf('word '.repeat(20_480), false)
    expect(markup.length).toBeLessThan(2_000)
    expect(markup).toContain('Show all (100 KB)')
  })

  it('renders all of it when expanded', () => {
    const markup = markupOf('word '.repeat(20_480), true)
    expect(markup.length).toBeGreaterThan(100_000)
    expect(markup).toContain('Show less')
  })
})
