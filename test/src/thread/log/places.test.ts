import { describe, expect, it } from 'vitest'
import type { ThreadItem, Trouble } from '../../../../src/db/overlay.ts'
import type { OpState } from '../../../../src/db/op.ts'
import { placesOf } from '../../../../src/thread/log/places.ts'

const ECHO = { failure: null, notBefore: 0, question: null, news: [], mayHaveArrived: false } as const
const TROUBLE: Trouble = { ...ECHO, opId: 't', intent: { kind: 'patch', status: 'resolved' }, state: 'failed' }

function anEcho(opId: string, state: OpState): ThreadItem {
  return { key: opId, sender: 'assistant', isMine: true, content: 'Hi', at: 1, echo: { ...ECHO, opId, state } }
}

describe('placesOf', () => {
  it.each<[string, readonly ThreadItem[], readonly Trouble[], readonly (readonly [string, string])[]]>([
    [
      'a sending and a queued message',
      [anEcho('a', 'sending'), anEcho('b', 'queued')],
      [],
      [
        ['a', 'first'],
        ['b', 'behind'],
      ],
    ],
    [
      'messages behind a failed one',
      [anEcho('a', 'failed'), anEcho('b', 'queued'), anEcho('c', 'held')],
      [],
      [
        ['a', 'first'],
        ['b', 'blocked'],
        ['c', 'blocked'],
      ],
    ],
    [
      'a message before a failed one',
      [anEcho('a', 'queued'), anEcho('b', 'failed')],
      [],
      [
        ['a', 'first'],
        ['b', 'behind'],
      ],
    ],
    [
      'messages behind one that asks',
      [anEcho('a', 'asking'), anEcho('b', 'queued')],
      [],
      [
        ['a', 'first'],
        ['b', 'blocked'],
      ],
    ],
    ['messages behind a failed change', [anEcho('a', 'queued')], [TROUBLE], [['a', 'blocked']]],
  ])('%s', (_, items, troubles, places) => {
    expect([...placesOf({ items, troubles })]).toEqual(places)
  })
})
