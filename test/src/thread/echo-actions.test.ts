import { describe, expect, it } from 'vitest'
import type { ThreadItem, Trouble } from '../../../src/db/overlay.ts'
import type { OpState } from '../../../src/db/op.ts'
import { type EchoAction, echoActions, findBlocked } from '../../../src/thread/echo-actions.ts'

function anEcho(opId: string, state: OpState): ThreadItem {
  return {
    key: opId,
    sender: 'assistant',
    isMine: true,
    content: 'Hi',
    at: 1,
    echo: { opId, state, failure: null, notBefore: 0, question: null, news: [], mayHaveArrived: false },
  }
}

const TROUBLE: Trouble = {
  opId: 't',
  what: 'patch',
  state: 'failed',
  failure: null,
  notBefore: 0,
  question: null,
  news: [],
  mayHaveArrived: false,
}

describe('what can be done with a message that is not there yet', () => {
  it.each<[OpState, boolean, readonly EchoAction[]]>([
    ['failed', false, ['retry', 'edit', 'discard']],
    ['asking', false, ['send-again', 'edit', 'discard']],
    ['held', false, ['edit', 'discard']],
    ['queued', false, []],
    ['queued', true, ['edit', 'discard']],
    ['sending', true, []],
    ['uncertain', true, []],
  ])('%s, held up %s: %j', (state, isHeldUp, actions) => {
    expect(echoActions(state, isHeldUp)).toEqual(actions)
  })
})

describe('what waits for a person', () => {
  it.each<[string, readonly ThreadItem[], readonly Trouble[], readonly string[]]>([
    ['nothing while all goes well', [anEcho('a', 'sending'), anEcho('b', 'queued')], [], []],
    [
      'all behind a refused message',
      [anEcho('a', 'failed'), anEcho('b', 'queued'), anEcho('c', 'queued')],
      [],
      ['b', 'c'],
    ],
    ['nothing before it', [anEcho('a', 'queued'), anEcho('b', 'failed')], [], []],
    ['all behind one that asks', [anEcho('a', 'asking'), anEcho('b', 'queued')], [], ['b']],
    ['all behind a refused change', [anEcho('a', 'queued')], [TROUBLE], ['a']],
  ])('%s', (_, items, troubles, blocked) => {
    expect([...findBlocked({ items, troubles })]).toEqual(blocked)
  })
})
