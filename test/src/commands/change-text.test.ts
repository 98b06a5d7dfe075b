import { describe, expect, it } from 'vitest'
import { changeOneText, changeText, tagText } from '../../../src/commands/change-text.ts'

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

describe('changeOneText', () => {
  it.each([
    ['status', 'resolved', 'Ana resolved'],
    ['status', 'closed', 'Ana closed'],
    ['status', 'open', 'Ana reopened'],
    ['seen', 'read', 'Ana marked as read'],
    ['seen', 'unread', 'Ana marked as unread'],
    ['star', 'starred', 'Ana starred'],
    ['star', 'not starred', 'Ana no longer starred'],
    ['snooze', 'awake', 'Ana no longer snoozed'],
    ['snooze', '{"until":0,"unlessReply":false}', /^Ana snoozed until .+/],
    ['name', 'Hannah', 'Ana renamed to Hannah'],
    ['tags', '[]', 'Ana changed'],
  ] as const)('of %s %s names the conversation', (field, value, expected) => {
    const { text, names } = changeOneText(field, value, 'Ana')
    expect(text).toMatch(expected)
    expect(names[0]).toBe('Ana')
  })

  it('shows a name of the server in one line', () => {
    expect(changeOneText('star', 'starred', 'Ana\nBell').text).toBe('Ana Bell starred')
  })
})

it.each([
  ['added', 1, 'vip added to Ana'],
  ['removed', 1, 'vip removed from Ana'],
  ['added', 12, 'vip added to 12 conversations'],
  ['removed', 12, 'vip removed from 12 conversations'],
] as const)('a tag that was %s: %i', (change, count, expected) => {
  expect(tagText(change, 'vip', count, 'Ana').text).toBe(expected)
})
