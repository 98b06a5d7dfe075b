import { describe, expect, it } from 'vitest'
import { harmlessLine, harmlessText } from '../../../src/words/harmless-text.ts'

describe('harmlessText', () => {
  it('replaces control characters with a visible one', () => {
    expect(harmlessText('a\u0000b\u0007c\u001b[31md\u0080')).toBe('a\ufffdb\ufffdc\ufffd[31md\ufffd')
  })

  it('keeps tabs and turns every line ending into a line feed', () => {
    expect(harmlessText('a\tb\r\nc\rd\u2028e\u2029f\u0085g')).toBe('a\tb\nc\nd\ne\nf\ng')
  })

  it('removes direction overrides', () => {
    expect(harmlessText('photo\u202egnp.exe')).toBe('photognp.exe')
  })

  it('keeps the marks of right-to-left writing and emoji', () => {
    const text = 'שלום\u200f (ok) \u2067עולם\u2069 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می‌خواهم'
    expect(harmlessText(text)).toBe(text)
  })
})

describe('harmlessLine', () => {
  it('makes one line', () => {
    expect(harmlessLine('  a\n\n b\u0000\t c ')).toBe('a b\ufffd c')
  })
})
