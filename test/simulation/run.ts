import type { ChangeIntent } from '../../src/outbox/engine/coalesce.ts'
import { actsOn } from '../../src/outbox/decisions.ts'
import { checkRest } from './end-checks.ts'
import type { Ledger } from './ledger.ts'
import { SimPerson } from './person.ts'
import { profileOf } from './profile.ts'
import { Random } from './random.ts'
import { EPOCH } from './server.ts'
import { type Defects, World } from './world.ts'

/** Phase 1, with faults and new ops, ms. */
const ACTIVE_MS = 240_000
/** Phase 2: no more faults, and the user answers questions, ms. */
const ANSWERING_MS = 180_000
/** Phase 3: by its end every op must be at rest, ms. */
const REST_MS = 600_000
const CONVERSATIONS = ['c1', 'c2', 'c3']
const DAY_MS = 86_400_000

/** Runs one seed's world from start to rest. */
export function runSeed(seed: number, defects: Defects = {}): Ledger {
  const random = new Random(seed)
  const world = new World(seed + 1, profileOf(random), defects)
  const person = new SimPerson(world)
  addConversations(world)
  for (let count = random.between(4, 9); count > 0; count -= 1) {
    world.agenda.after(burst(random), () => runRandomCommand(world, person, random))
  }
  plan(world, random)
  world.openWindow()
  if (world.profile.isLockBroken) world.openWindow()
  const ignoresThird = random.chance(0.3)
  for (let t = 5_000; t < ACTIVE_MS + ANSWERING_MS; t += 15_000) {
    world.agenda.after(t, () => syncAndAnswer(world, person, random, ignoresThird))
  }
  world.agenda.runUntil(ACTIVE_MS)
  endFaults(world)
  world.agenda.runUntil(ACTIVE_MS + ANSWERING_MS + REST_MS)
  // After a restart with a changed clock, the longest possible wait may start again.
  if (!world.ledger.isClockTrusted) world.agenda.runUntil(ACTIVE_MS + ANSWERING_MS + 2 * REST_MS)
  checkRest(world)
  return world.ledger
}

/** Most events come in a short burst at the start. */
function burst(random: Random): number {
  return random.chance(0.6) ? random.between(0, 25_000) : random.between(0, ACTIVE_MS)
}

export function addConversations(world: World): void {
  for (const [index, id] of CONVERSATIONS.entries()) {
    const fields = { channel: 'sms', customerPhone: `+1555000${index}`, customerName: `Customer ${index}` }
    world.server.add(id, -1_000_000, fields)
    world.server.say(id, -500_000, { sender: 'customer', content: 'Hello?', opId: null })
    if (index === 1)
      world.server.say(id, -400_000, { sender: 'assistant', content: 'An answer by a colleague', opId: null })
    world.store.rows.set(id, { id, ...fields, status: 'open', tags: [], activityAt: EPOCH })
    sync(world, id)
  }
}

function sync(world: World, serverId: string): void {
  const detail = world.server.read(serverId, world.agenda.t, 0)
  const local = [...world.store.rows.values()].find((row) => (row.serverId ?? row.id) === serverId)
  const askedAt = world.wallAt()
  if (detail.ok && local !== undefined) world.store.applyThread(local.id, detail.value, askedAt, askedAt)
}

function plan(world: World, random: Random): void {
  const { agenda, profile, server } = world
  const at = (run: () => void): void => agenda.after(random.between(0, ACTIVE_MS), run)
  for (let count = profile.crashes; count > 0; count -= 1) {
    const kind = random.pick(['window', 'everything'] as const)
    agenda.after(burst(random), () => world.crash(kind))
  }
  for (let count = random.between(0, 3); count > 0; count -= 1) {
    const sender = random.pick(['customer', 'assistant'])
    const where = random.pick(CONVERSATIONS)
    // A colleague sends a short text only where colleagues wrote before. Elsewhere it would be an identical foreign text.
    const content =
      random.chance(0.3) && (where === 'c2' || sender === 'customer') ? 'OK' : `a message by another ${count}`
    agenda.after(burst(random), () => server.say(where, agenda.t, { sender, content, opId: null }))
  }
  if (random.chance(0.3))
    at(() => server.change(random.pick(CONVERSATIONS), agenda.t, { status: random.pick(['open', 'resolved']) }, true))
  if (random.chance(0.35)) {
    const offline = random.between(2_000, 150_000)
    at(() => {
      world.wire.isOffline = true
      agenda.after(offline, () => {
        world.wire.isOffline = false
        if (random.chance(0.7)) world.liveWindow()?.dispatch({ kind: 'nudged' })
      })
    })
  }
  if (profile.hasClockJumps)
    for (let count = random.between(1, 2); count > 0; count -= 1)
      at(() => world.setClock(random.pick([-DAY_MS, DAY_MS, 3_600_000, -60_000])))
  if (random.chance(0.15))
    agenda.after(burst(random), () => world.sleep(random.pick([60_000, 600_000, 8 * 3_600_000, 26 * 3_600_000])))
  if (random.chance(0.05)) at(() => void server.kept.delete('c2'))
  if (profile.hasDiskTrouble)
    at(() => {
      world.isDiskFull = true
      agenda.after(random.between(1_000, 30_000), () => (world.isDiskFull = false))
    })
}

function runRandomCommand(world: World, person: SimPerson, random: Random): void {
  const known = [...world.store.rows.keys(), ...world.store.ops.map((op) => op.conversationId)]
  const conversationId = random.pick(known)
  const holdMs = random.pick([0, 0, 5_000, 10_000])
  const what = random.weighted({ send: 50, create: 10, change: 40, act: 12 })
  if (what === 'send') {
    const count = random.chance(0.3) ? random.between(2, 3) : 1
    for (let index = 0; index < count; index += 1) person.send(conversationId, randomText(world, random), holdMs)
  } else if (what === 'create') {
    person.startConversation(
      `+1777${random.between(0, 3)}000${world.ledger.facts.size}`,
      randomText(world, random),
      holdMs,
    )
  } else if (what === 'change') {
    for (let count = random.between(1, 3); count > 0; count -= 1) person.change(conversationId, randomChange(random))
  } else {
    const op = world.store.ops.length === 0 ? undefined : random.pick(world.store.ops)
    if (op !== undefined) person.act(op, random.pick(['retry', 'edit', 'discard', 'undo', 'send now'] as const))
  }
}

function randomText(world: World, random: Random): string {
  if (world.profile.hasIdenticalForeign && random.chance(0.3)) {
    world.agenda.after(random.between(0, 60_000), () => {
      world.server.say(random.pick(CONVERSATIONS), world.agenda.t, {
        sender: 'assistant',
        content: 'Your appointment is confirmed',
        opId: null,
      })
    })
    return 'Your appointment is confirmed'
  }
  if (random.chance(0.1)) return 'OK'
  if (random.chance(0.15)) return 'The same long text as before'
  return `This is message number ${world.ledger.facts.size}`
}

function randomChange(random: Random): ChangeIntent {
  const what = random.between(0, 4)
  if (what === 0) return { kind: 'close' }
  if (what === 1) return { kind: 'patch', customerName: random.pick(['Ana', 'Bo']) }
  if (what === 2) return { kind: 'patch', tags: random.pick([[], ['vip'], ['vip', 'late']]) }
  return { kind: 'patch', status: random.pick(['open', 'resolved'] as const) }
}

/** Runs periodically: sync reads, and the user enters a new key and answers questions. */
function syncAndAnswer(world: World, person: SimPerson, random: Random, ignoresThird: boolean): void {
  const { server, store, wire } = world
  if (!wire.isOffline && server.isKeyGood && !world.isDiskFull)
    for (const id of server.kept.keys()) if (random.chance(0.5)) sync(world, id)
  if (!server.isKeyGood && random.chance(0.5)) enterKey(world)
  for (const op of store.ops) {
    if (
      (op.state !== 'asking' && op.state !== 'failed') ||
      (ignoresThird && op.conversationId === 'c3') ||
      random.chance(0.4)
    )
      continue
    const acts = actsOn(op)
    if (acts.length > 0) person.act(op, random.pick(acts))
  }
}

function enterKey(world: World): void {
  world.server.isKeyGood = true
  for (const window of world.windows) window.resume()
}

function endFaults(world: World): void {
  world.wire.isOffline = false
  world.wire.isFaulty = false
  world.isDiskFull = false
  enterKey(world)
}
