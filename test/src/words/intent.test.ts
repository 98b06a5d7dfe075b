import { describe, expect, it } from 'vitest'
import type { Intent } from '../../../src/db/op.ts'
import { intentWords } from '../../../src/words/intent.ts'

describe('intentWords', () => {
  it.each<[Intent, string]>([
    [{ kind: 'create', channel: 'sms' }, 'New conversation'],
    [{ kind: 'send', content: 'Hi', seenMessageId: null }, 'Message'],
    [{ kind: 'close' }, 'Close'],
    [{ kind: 'patch', status: 'resolved' }, 'Resolve'],
    [{ kind: 'patch', status: 'open' }, 'Reopen'],
    [{ kind: 'patch', customerName: 'Ana\nP' }, 'Rename to “Ana P”'],
    [{ kind: 'patch', tags: ['vip', 'late'] }, 'Tags: vip, late'],
    [{ kind: 'patch', tags: [] }, 'No tags'],
    [{ kind: 'patch', status: 'resolved', tags: ['vip'] }, 'Resolve · Tags: vip'],
    [{ kind: 'patch' }, 'Change'],
  ])('describes %j as %s', (intent, text) => {
    expect(intentWords(intent)).toBe(text)
  })
})
