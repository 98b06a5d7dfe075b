import { describe, expect, it } from 'vitest'
import { readNotificationSettings, saveNotificationSettings } from '../../../src/notify/settings.ts'

const DEFAULT = { isOn: true, hidesText: false, hasSound: true }

function makeStore(stored: string | null = null) {
  const kept = new Map<string, string>(stored === null ? [] : [['notifications', stored]])
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  }
}

describe('the settings of notifications', () => {
  it('are kept', () => {
    const store = makeStore()
    const wanted = { isOn: false, hidesText: true, hasSound: false }
    saveNotificationSettings(store, wanted)
    expect(readNotificationSettings(store)).toEqual(wanted)
  })

  it.each([null, '', 'nonsense', '[]', 'null', '7', '{"isOn":"no"}'])(
    'are the usual ones where %j is kept',
    (stored) => {
      expect(readNotificationSettings(makeStore(stored))).toEqual(DEFAULT)
    },
  )

  it('of an older or newer version count as far as they are known', () => {
    expect(readNotificationSettings(makeStore('{"hasSound":false,"flashes":true}'))).toEqual({
      ...DEFAULT,
      hasSound: false,
    })
  })
})
