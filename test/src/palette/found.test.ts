import { describe, expect, it } from 'vitest'
import {
  customersIn,
  type FoundConversation,
  keyOf,
  otherConversations,
  phoneScore,
} from '../../../src/palette/found.ts'
import { MATCH } from '../../../src/palette/match.ts'
import { numberIn } from '../../../src/search/query/contact-query.ts'

function found(
  id: string,
  fields: Partial<FoundConversation['conversation']> = {},
  workspaceId = 'w',
): FoundConversation {
  return {
    workspaceId,
    conversation: {
      id,
      name: fields.customerName ?? id,
      channel: 'sms',
      status: 'open',
      activityAt: 1,
      customerId: null,
      customerName: null,
      customerPhone: null,
      customerEmail: null,
      subject: null,
      lastText: null,
      ...fields,
    },
  }
}

const CLOSED = found('closed', { customerName: 'Ana', customerPhone: '+15550100199', activityAt: 9, status: 'closed' })
const OPEN = found('open', { customerPhone: '(+1) 555 010-0199', customerEmail: 'ana@x.example', activityAt: 5 })
const MAIL = found('mail', { customerName: 'Ana Bell', customerEmail: 'ANA@x.example', activityAt: 2 })
const BEN = found('ben', { customerName: 'Ben', customerId: 'c1' })

describe('customersIn', () => {
  it('joins conversations with one number, address or id, and opens the newest open one', () => {
    const customers = customersIn([CLOSED, OPEN, MAIL, BEN, found('ben 2', { customerId: 'c1', activityAt: 3 })])
    expect(customers.map(({ opens, name, phone, email }) => [opens.conversation.id, name, phone, email])).toEqual([
      ['open', 'Ana', '(+1) 555 010-0199', 'ana@x.example'],
      ['ben 2', 'Ben', null, null],
    ])
  })

  it('keeps a name with its own address when two customers share a number', () => {
    const shared = { customerPhone: '+15550100199' }
    const ana = found('a', { ...shared, customerName: 'Ana', customerEmail: 'ana@x.example', activityAt: 1 })
    const ben = found('b', {
      ...shared,
      customerName: 'Ben',
      customerEmail: 'ben@x.example',
      status: 'closed',
      activityAt: 9,
    })
    expect(customersIn([ben, ana])).toMatchObject([{ opens: ana, name: 'Ana', email: 'ana@x.example' }])
  })

  it('keeps customers of two workspaces apart, and those without any contact', () => {
    expect(customersIn([BEN, found('ben', { customerId: 'c1' }, 'other')])).toHaveLength(2)
    expect(customersIn([found('x'), found('y')])).toHaveLength(2)
  })

  it('leaves the conversations that no customer opens', () => {
    const all = [CLOSED, OPEN, MAIL, BEN]
    expect(otherConversations(all, customersIn(all)).map(keyOf)).toEqual(['w/closed', 'w/mail'])
  })
})

describe('phoneScore', () => {
  it.each<[string, number]>([
    ['+49 30 1234567', MATCH.exact],
    ['0049301234567', MATCH.exact],
    ['49 30/1234-567', MATCH.exact],
    ['(030) 1234567', MATCH.wordStart],
    ['030 1234567', MATCH.wordStart],
    ['tel:+49-30-1234567', MATCH.exact],
    ['+٤٩ ٣٠ ١٢٣٤٥٦٧', MATCH.exact],
    ['+49 30', MATCH.prefix],
    ['4567', MATCH.wordStart],
    ['4', 0],
    ['999', 0],
    ['Ana', 0],
  ])('%j', (typed, score) => {
    expect(phoneScore('+49301234567', numberIn(typed))).toBe(score)
  })

  it('is 0 without a number', () => {
    expect(phoneScore(null, '49')).toBe(0)
  })
})
