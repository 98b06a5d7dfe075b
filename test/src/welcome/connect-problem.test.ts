import { describe, expect, it } from 'vitest'
import { problemBefore, problemOf } from '../../../src/welcome/connect-problem.ts'
import { keyPlaceWords } from '../../../src/welcome/key-place.ts'

const ADDRESS = 'https://api.example.com'

describe('connecting', () => {
  it('asks for a missing key or address, and for the whole key', () => {
    expect(problemBefore('  ', ADDRESS)?.field).toBe('key')
    expect(problemBefore('sk_live two', ADDRESS)?.message).toMatch(/no spaces/)
    expect(problemBefore('sk_live_1', ' ')?.field).toBe('address')
    expect(problemBefore(' sk_live_1 ', ADDRESS)).toBeNull()
  })

  it('shows a rejected key below the key and other failures below the address', () => {
    expect(problemOf({ kind: 'unauthorized', status: 401, words: 'Invalid API key' })).toEqual({
      field: 'key',
      message: 'The server doesn’t accept this API key: “Invalid API key”.',
    })
    expect(problemOf({ kind: 'refused', words: 'Use https.' })).toEqual({ field: 'address', message: 'Use https.' })
    expect(problemOf({ kind: 'unreachable', code: 'ENOTFOUND' }).field).toBe('address')
  })

  it('does not take the user’s own Cancel for an error', () => {
    const declined = { kind: 'refused', words: 'Not connected.', isDeclined: true } as const
    expect(problemOf(declined)).toEqual({ field: 'address', message: 'Not connected.', isDeclined: true })
  })

  it('does not promise a keychain on Linux', () => {
    expect(keyPlaceWords('darwin')).toMatch(/Keychain/)
    expect(keyPlaceWords('linux')).toMatch(/Without a keychain, you choose whether/)
  })
})
