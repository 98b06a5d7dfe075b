import { describe, expect, it } from 'vitest'
import type { Op } from '../../../../src/db/op.ts'
import { findCreated, isSameContact } from '../../../../src/outbox/engine/evidence.ts'
import { aConversation, anOp } from '../../../support/builders.ts'

describe('isSameContact', () => {
  it.each([
    ['+15550100199', '+1 555 010 0199'],
    ['+15550100199', '\u202a+1 555 010 0199\u202c'],
    ['+989120000001', '+۹۸۹۱۲۰۰۰۰۰۰۱'],
    ['+5511980000001', '+551180000001'],
    ['+525500000001', '+5215500000001'],
    ['+5491123456789', '+54 11 15 2345 6789'],
    ['+442079460018', '+44 (0)20 7946 0018'],
  ])('matches %s when the server writes it as %s', (wanted, returned) => {
    expect(isSameContact({ customerPhone: wanted }, aConversation({ customerPhone: returned }))).toBe(true)
  })

  it.each([
    ['ana@example.com', ' Ana@Example.com '],
    ['ana@example.com', 'ana@example.com\u200b'],
    ['info@münchen.example', 'info@xn--mnchen-3ya.example'],
    ['zoë@example.com', 'zoë@example.com'],
  ])('matches %s when the server writes it as %s', (wanted, returned) => {
    expect(isSameContact({ customerEmail: wanted }, aConversation({ customerEmail: returned }))).toBe(true)
  })

  it.each([
    [{ customerPhone: '+15550100199' }, '+15550100198', 'ana@example.com'],
    // A national number may belong to any country.
    [{ customerPhone: '+6562234567' }, '(656) 223-4567', 'ana@example.com'],
    [{ customerPhone: '+551133334444' }, '+5511933334444', 'ana@example.com'],
    [{ customerEmail: 'ana@example.com' }, '+15550100199', 'a.na@example.com'],
    [{ customerPhone: 'unknown' }, 'unknown', 'ana@example.com'],
  ])('does not match %j with %s and %s', (wanted, customerPhone, customerEmail) => {
    expect(isSameContact(wanted, aConversation({ customerPhone, customerEmail }))).toBe(false)
  })
})

describe('findCreated', () => {
  it.each([
    [{ customerPhone: '+5511980000001' }, { customerPhone: '+55 11 8000-0001' }],
    [{ customerPhone: '+15550100199' }, { customerPhone: '1 (555) 010-0199' }],
    [{ customerEmail: 'info@münchen.example' }, { customerEmail: 'Info@xn--mnchen-3ya.example ' }],
  ])('finds the conversation of %j as %j, so that it is not created again', (wanted, returned) => {
    const attempt = { begunAt: 5_000, endedAt: 6_000, outcome: 'ambiguous', baselineIds: ['before'], clockOffsetMs: 0 }
    const op = anOp({
      intent: { kind: 'create', channel: 'sms', ...wanted },
      state: 'uncertain',
      attempts: [attempt] as unknown as Op['attempts'],
    })
    const row = (id: string) => ({ id, channel: 'sms', timestamp: 5_500, ...returned })
    expect(findCreated(op, [row('before'), row('new')])?.id).toBe('new')
    expect(findCreated(op, [row('before')])).toBeNull()
  })
})
