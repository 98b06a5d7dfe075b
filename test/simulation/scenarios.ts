import type { SimPerson } from './person.ts'
import type { World } from './world.ts'

export type Scenario = (world: World, person: SimPerson) => void

const HOLD_MS = 5_000

/** Typical sessions. `crash-points.test.ts` crashes each at every point. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a reply': (_, person) => person.send('c1', 'This is the text of a reply', 0),
  'a reply in its undo window': (_, person) => person.send('c1', 'This is the text of a reply', HOLD_MS),
  'a reply that is taken back': (world, person) => {
    person.send('c1', 'This is the text of a reply', HOLD_MS)
    actLater(world, person, 2_000, 'undo')
  },
  'a reply with "send now"': (world, person) => {
    person.send('c1', 'This is the text of a reply', HOLD_MS)
    actLater(world, person, 2_000, 'send now')
  },
  'two replies at once': (_, person) => {
    person.send('c1', 'This is the first message', 0)
    person.send('c1', 'This is the second message', 0)
  },
  'the same text twice': (_, person) => {
    person.send('c1', 'The same text, sent twice', 0)
    person.send('c1', 'The same text, sent twice', 0)
  },
  'a reply in two conversations': (_, person) => {
    person.send('c1', 'This is the text of a reply', 0)
    person.send('c3', 'This is the text of another one', 0)
  },
  'a new conversation': (_, person) => void person.startConversation('+17770001', 'This is the first message', 0),
  'a reply, then resolved': (_, person) => {
    person.send('c1', 'This is the text of a reply', 0)
    person.change('c1', { kind: 'patch', status: 'resolved' })
  },
  'three changes': (_, person) => {
    person.change('c1', { kind: 'patch', status: 'resolved', tags: ['vip'] })
    person.change('c1', { kind: 'patch', customerName: 'Ana' })
    person.change('c1', { kind: 'close' })
  },
  'a reply that waited for the network': (world, person) => {
    world.wire.isOffline = true
    person.send('c1', 'This is the text of a reply', 0)
    world.agenda.after(20_000, () => (world.wire.isOffline = false))
  },
  'a reply with newer messages before it': (world, person) => {
    world.wire.isOffline = true
    person.send('c1', 'This is the text of a reply', 0)
    world.agenda.after(10_000, () =>
      world.server.say('c1', world.agenda.t, { sender: 'customer', content: 'Never mind!', opId: null }),
    )
    world.agenda.after(20_000, () => (world.wire.isOffline = false))
  },
}

function actLater(world: World, person: SimPerson, delayMs: number, act: 'undo' | 'send now'): void {
  world.agenda.after(delayMs, () => {
    const [op] = world.store.ops
    if (op !== undefined) person.act(op, act)
  })
}
