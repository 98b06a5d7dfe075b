import { describe, expect, it } from 'vitest'
import type { Mutation } from '../../electron/sandbox/request-journal.ts'
import { type ExpectedChange, judge } from './kill-judge.ts'

const GOOD = { lost: [], duplicates: [], reordered: [], unexpected: [] }
const PHONE = '+12024561000'

function sent(content: string, isConfirmed = true, conversation = 'c1'): ExpectedChange {
  return { kind: 'send', conversation, content, isConfirmed }
}

function received(content: string, conversationId = 'c1'): Mutation {
  return { kind: 'send', at: 1, by: 1, conversationId, messageId: content, sender: 'assistant', content }
}

const RESOLVED: Mutation = { kind: 'update', at: 1, by: 1, conversationId: 'c1', status: 'resolved' }
const CREATED: Mutation = { kind: 'create', at: 1, by: 1, conversationId: 'c9', channel: 'sms', phone: PHONE }

describe('judge', () => {
  it('reports nothing when every confirmed change is on the server once, in order', () => {
    const changes: readonly ExpectedChange[] = [
      sent('one'),
      { kind: 'create', conversation: PHONE, isConfirmed: true },
      sent('first', true, PHONE),
      sent('two'),
      { kind: 'resolve', conversation: 'c1', isConfirmed: true },
    ]
    expect(judge(changes, [CREATED, received('one'), received('first', 'c9'), received('two'), RESOLVED])).toEqual(GOOD)
  })

  it('reports missing confirmed changes, but not missing unconfirmed ones', () => {
    expect(judge([sent('one'), sent('two', false)], [])).toEqual({ ...GOOD, lost: ['c1 send one'] })
  })

  it('reports duplicates, confirmed or not', () => {
    const mutations = [received('one'), received('one'), received('two'), received('two')]
    expect(judge([sent('one'), sent('two', false)], mutations).duplicates).toEqual(['c1 send one', 'c1 send two'])
    expect(
      judge([{ kind: 'resolve', conversation: 'c1', isConfirmed: true }], [RESOLVED, RESOLVED]).duplicates,
    ).toHaveLength(1)
    const created: ExpectedChange = { kind: 'create', conversation: PHONE, isConfirmed: true }
    expect(judge([created], [CREATED, { ...CREATED, conversationId: 'c10' }]).duplicates).toEqual([`${PHONE} create`])
  })

  it('reports a wrong order within a conversation, but not between two', () => {
    const changes = [sent('one'), sent('two'), sent('other', true, 'c2')]
    expect(judge(changes, [received('other', 'c2'), received('two'), received('one')])).toEqual({
      ...GOOD,
      reordered: ['c1'],
    })
    expect(judge(changes, [received('other', 'c2'), received('one'), received('two')])).toEqual(GOOD)
  })

  it('reports changes that the user did not make, but not those of customers', () => {
    const byCustomer: Mutation = { ...received('hello'), by: null }
    expect(judge([sent('one')], [byCustomer, received('one'), received('one', 'c2')]).unexpected).toEqual([
      'c2 send one',
    ])
  })
})
