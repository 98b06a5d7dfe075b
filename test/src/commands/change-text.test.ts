import { describe, expect, it } from 'vitest'
import { changeText } from '../../../src/commands/change-text.ts'

describe('changeText', () => {
  it.each([
    ['status', 'resolved', 1, '1 conversation resolved'],
    ['status', 'closed', 1_200, '1,200 conversations closed'],
    ['status', 'open', 3, '3 conversations reopened'],
    ['seen', 'read', 3, '3 conversations marked as read'],
    ['seen', 'unread', 3, '3 conversations marked as unread'],
    ['star', 'starred', 3, '3 conversations starred'],
    ['star', 'not starred', 3, '3 conversations no longer starred'],
    ['snooze', 'awake', 3, '3 conversations no longer snoozed'],
    ['tags', '["vip","late"]', 3, '3 conversations tagged vip and late'],
    ['tags', '[]', 3, '3 conversations without tags'],
  ] as const)('of %s %s for %i is "%s"', (field, value, count, expected) => {
    expect(changeText(field, value, count)).toBe(expected)
  })
})
