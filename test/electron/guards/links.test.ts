import { describe, expect, it } from 'vitest'
import { externalUrl } from '../../../electron/guards/external-url.ts'
import { linkQuestion } from '../../../electron/guards/links.ts'

function questionOf(url: string) {
  const link = externalUrl(url)
  return link.ok ? linkQuestion(link) : expect.fail(link.why)
}

describe('linkQuestion', () => {
  it.each([
    ['https://example.com/a', 'Open example.com?'],
    ['https://раypal.com/', 'Open xn--ypal-43d9g.com?'],
    ['http://example.com/a', 'Open http://example.com?'],
    ['mailto:r&d@example.com', 'Open r&d@example.com?'],
    ['mailto:50%25@example.com', 'Open 50%@example.com?'],
    ['tel:+15550100199', 'Open +15550100199?'],
  ])('names the target of %s', (url, message) => {
    expect(questionOf(url).message).toBe(message)
  })

  it('warns when the connection is not encrypted', () => {
    expect(questionOf('http://example.com/a').detail).toBe(
      'http://example.com/a\n\nThe connection to this site isn’t encrypted.',
    )
    expect(questionOf('https://example.com/a').detail).toBe('https://example.com/a')
  })

  it('shortens a long address', () => {
    expect(questionOf(`https://example.com/${'a'.repeat(1_000)}`).detail).toHaveLength(301)
  })
})
