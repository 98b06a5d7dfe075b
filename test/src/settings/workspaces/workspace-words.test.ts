import { describe, expect, it } from 'vitest'
import { holdingWords, keyWordsOf } from '../../../../src/settings/workspaces/workspace-words.ts'
import { NOTHING_PENDING } from '../../../../src/shared/pending.ts'

const NONE = { waiting: NOTHING_PENDING, asking: NOTHING_PENDING }

describe('holdingWords', () => {
  it.each([
    ['reading', null],
    ['nothing', 'Not on this device yet'],
    ['unreadable', 'Couldn’t read its data on this device'],
    [{ conversations: 1, drafts: 0, unsent: NONE }, '1 conversation'],
    [{ conversations: 1_240, drafts: 1, unsent: NONE }, '1,240 conversations · 1 draft'],
    [
      {
        conversations: 0,
        drafts: 2,
        unsent: { waiting: { ...NOTHING_PENDING, messages: 2 }, asking: { ...NOTHING_PENDING, changes: 1 } },
      },
      '0 conversations · 2 drafts · 3 not sent yet',
    ],
  ] as const)('for %j is “%s”', (data, text) => {
    expect(holdingWords(data)).toBe(text)
  })
})

describe('keyWordsOf', () => {
  it.each([
    ['api', 'sealed', null],
    ['demo', 'session', null],
    ['api', 'session', /until you quit/],
    ['api', 'missing', /Enter it again/],
    ['api', 'unprotected', /^(?!.*(keychain|keyring)).*stored unprotected/],
  ] as const)('for the %s workspace with a %s key', (kind, key, text) => {
    if (text === null) expect(keyWordsOf({ kind, key })).toBeNull()
    else expect(keyWordsOf({ kind, key })).toMatch(text)
  })
})
