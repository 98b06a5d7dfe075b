import { describe, expect, it } from 'vitest'
import { harmlessLine, harmlessText } from '../../../src/words/harmless-text.ts'

describe('text made harmless', () => {
  it('turns control characters into a sign that something was there', () => {
    expect(harmlessText('a\u0000b\u0007c\u001b[31md\u0080')).toBe('a\ufffdb\ufffdc\ufffd[31md\ufffd')
  })

  it('keeps tabs and makes every kind of line end one', () => {
    expect(harmlessText('a\tb\r\nc\rd\u2028e\u2029f\u0085g')).toBe('a\tb\nc\nd\ne\nf\ng')
  })

  it('drops the overrides that turn a file name around', () => {
    expect(harmlessText('photo\u202egnp.exe')).toBe('photognp.exe')
  })

  it('keeps what right-to-left writing and emoji need', () => {
    const text = 'שלום\u200f (ok) \u2067עולם\u2069 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می‌خواهم'
    expect(harmlessText(text)).toBe(text)
  })

  it('makes one line for a label', () => {
    expect(harmlessLine('  a\n\n b\u0000\t c ')).toBe('a b\ufffd c')
  })
})
