import { describe, expect, it } from 'vitest'
import { readNotificationSettings, saveNotificationSettings } from '../../../src/notify/settings.ts'

const DEFAULT = { isOn: true, hidesText: false, hasSound: true }

function makeStore(stored: string | null = null) {
  const values = new Map<string, string>(stored === null ? [] : [['notifications', stored]])
  return {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
  }
}

describe('notification settings', () => {
  it('are read back as saved', () => {
    const store = makeStore()
    const wanted = { isOn: false, hidesText: true, hasSound: false }
    saveNotificationSettings(store, wanted)
    expect(readNotificationSettings(store)).toEqual(wanted)
  })

  it.each([null, '', 'nonsense', '[]', 'null', '7', '{"isOn":"no"}'])(
    'are the defaults when %j is stored',
    (stored) => {
      expect(readNotificationSettings(makeStore(stored))).toEqual(DEFAULT)
    },
  )

  it('keep the known fields of another version', () => {
    expect(readNotificationSettings(makeStore('{"hasSound":false,"flashes":true}'))).toEqual({
      ...DEFAULT,
      hasSound: false,
    })
  })
})
