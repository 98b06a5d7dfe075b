import { describe, expect, it } from 'vitest'
import type { Mutation } from '../../electron/sandbox/request-journal.ts'
import { type Deed, judge } from './kill-judge.ts'

const GOOD = { lost: [], doubles: [], disordered: [], foreign: [] }
const PHONE = '+12024561000'

function said(content: string, isSeen = true, conversation = 'c1'): Deed {
  return { does: 'say', conversation, content, isSeen }
}

function took(content: string, conversationId = 'c1'): Mutation {
  return { kind: 'send', at: 1, by: 1, conversationId, messageId: content, sender: 'assistant', content }
}

const RESOLVED: Mutation = { kind: 'update', at: 1, by: 1, conversationId: 'c1', status: 'resolved' }
const CREATED: Mutation = { kind: 'create', at: 1, by: 1, conversationId: 'c9', channel: 'sms', phone: PHONE }

describe('the judge', () => {
  it('finds nothing where all that was seen is there once, in its order', () => {
    const deeds: readonly Deed[] = [
      said('one'),
      { does: 'begin', conversation: PHONE, isSeen: true },
      said('first', true, PHONE),
      said('two'),
      { does: 'resolve', conversation: 'c1', isSeen: true },
    ]
    expect(judge(deeds, [CREATED, took('one'), took('first', 'c9'), took('two'), RESOLVED])).toEqual(GOOD)
  })

  it('finds what was seen and is not there, and not what nobody saw', () => {
    expect(judge([said('one'), said('two', false)], [])).toEqual({ ...GOOD, lost: ['c1 say one'] })
  })

  it('finds what is there twice, whether it was seen or not', () => {
    const mutations = [took('one'), took('one'), took('two'), took('two')]
    expect(judge([said('one'), said('two', false)], mutations).doubles).toEqual(['c1 say one', 'c1 say two'])
    expect(judge([{ does: 'resolve', conversation: 'c1', isSeen: true }], [RESOLVED, RESOLVED]).doubles).toHaveLength(1)
    const begun: Deed = { does: 'begin', conversation: PHONE, isSeen: true }
    expect(judge([begun], [CREATED, { ...CREATED, conversationId: 'c10' }]).doubles).toEqual([`${PHONE} begin`])
  })

  it('finds another order in one conversation, and minds none between two', () => {
    const deeds = [said('one'), said('two'), said('other', true, 'c2')]
    expect(judge(deeds, [took('other', 'c2'), took('two'), took('one')])).toEqual({ ...GOOD, disordered: ['c1'] })
    expect(judge(deeds, [took('other', 'c2'), took('one'), took('two')])).toEqual(GOOD)
  })

  it('finds what nobody asked for, and does not mind what customers do', () => {
    const byCustomer: Mutation = { ...took('hello'), by: null }
    expect(judge([said('one')], [byCustomer, took('one'), took('one', 'c2')]).foreign).toEqual(['c2 say one'])
  })
})
