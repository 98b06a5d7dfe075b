import { describe, expect, it } from 'vitest'
import type { ThreadItem, Trouble } from '../../../../src/db/overlay.ts'
import type { OpState } from '../../../../src/db/op.ts'
import { placesOf } from '../../../../src/thread/log/places.ts'

const ECHO = { failure: null, notBefore: 0, question: null, news: [], mayHaveArrived: false } as const
const TROUBLE: Trouble = { ...ECHO, opId: 't', intent: { kind: 'patch', status: 'resolved' }, state: 'failed' }

function anEcho(opId: string, state: OpState): ThreadItem {
  return { key: opId, sender: 'assistant', isMine: true, content: 'Hi', at: 1, echo: { ...ECHO, opId, state } }
}

describe('where a message stands in its queue', () => {
  it.each<[string, readonly ThreadItem[], readonly Trouble[], readonly (readonly [string, string])[]]>([
    [
      'the first, and behind it, while all goes well',
      [anEcho('a', 'sending'), anEcho('b', 'queued')],
      [],
      [
        ['a', 'first'],
        ['b', 'behind'],
      ],
    ],
    [
      'all behind a refused message wait for a person',
      [anEcho('a', 'failed'), anEcho('b', 'queued'), anEcho('c', 'held')],
      [],
      [
        ['a', 'first'],
        ['b', 'blocked'],
        ['c', 'blocked'],
      ],
    ],
    [
      'what is before a refused one does not',
      [anEcho('a', 'queued'), anEcho('b', 'failed')],
      [],
      [
        ['a', 'first'],
        ['b', 'behind'],
      ],
    ],
    [
      'all behind one that asks do',
      [anEcho('a', 'asking'), anEcho('b', 'queued')],
      [],
      [
        ['a', 'first'],
        ['b', 'blocked'],
      ],
    ],
    ['all behind a refused change do', [anEcho('a', 'queued')], [TROUBLE], [['a', 'blocked']]],
  ])('%s', (_, items, troubles, places) => {
    expect([...placesOf({ items, troubles })]).toEqual(places)
  })
})
