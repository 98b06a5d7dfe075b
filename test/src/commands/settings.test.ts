import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { INITIAL_SETTINGS, keepSettings, readSettings, useCommandSettings } from '../../../src/commands/settings.ts'

afterEach(() => useCommandSettings.setState(INITIAL_SETTINGS))

describe('stored command settings', () => {
  it('are the defaults at first', () => {
    expect(readSettings(null)).toEqual(INITIAL_SETTINGS)
  })

  it('never break the start when invalid', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        expect(readSettings(stored).own).toBeTypeOf('object')
      }),
    )
  })

  it('lose only the invalid values', () => {
    const stored = {
      preset: 'emacs',
      own: { resolve: ['q'], close: ['Alt+e'], open: 'o', reply: [] },
      hasSingleKeys: 'no',
      finish: 'burn',
      advance: 'previous',
    }
    expect(readSettings(JSON.stringify(stored))).toEqual({
      ...INITIAL_SETTINGS,
      own: { resolve: ['q'], reply: [] },
      advance: 'previous',
    })
  })

  it('follow the last change', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    }
    keepSettings(storage)
    useCommandSettings.setState({ preset: 'gmail', hasSingleKeys: false })
    useCommandSettings.setState(INITIAL_SETTINGS, true)
    useCommandSettings.setState({ own: { resolve: ['q'] } })
    expect(readSettings([...kept.values()][0] ?? null)).toEqual({ ...INITIAL_SETTINGS, own: { resolve: ['q'] } })
  })
})
