import { describe, expect, it } from 'vitest'
import { DEFAULT_QUIET_HOURS } from '../../../src/notify/quiet-hours.ts'
import { readNotificationSettings, saveNotificationSettings } from '../../../src/notify/settings.ts'

const DEFAULT = { isOn: true, hidesText: false, hasSound: true, quietHours: DEFAULT_QUIET_HOURS }

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
    const quietHours = { isOn: true, fromMinute: 0, untilMinute: 1439, days: [1, 5] }
    const wanted = { isOn: false, hidesText: true, hasSound: false, quietHours }
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
