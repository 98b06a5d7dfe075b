import type { Base, Op } from '../../src/db/op.ts'
import { overlayThread } from '../../src/db/overlay.ts'
import { isSameList } from '../../src/outbox/engine/evidence.ts'
import { MAX_EVENTS } from './agenda.ts'
import type { Fact } from './ledger.ts'
import type { World } from './world.ts'

/** Runs after every commit: no op is lost, and every message is shown once. */
export function checkStore(world: World, conversationId: string): void {
  const { ledger, store } = world
  const rows = new Map<string, number>()
  for (const op of store.ops) rows.set(op.id, (rows.get(op.id) ?? 0) + 1)
  let lost: Fact | undefined
  for (const [id, fact] of ledger.facts) if ((rows.get(id) ?? 0) !== (fact.fate === 'open' ? 1 : 0)) lost = fact
  ledger.check(
    'I1',
    lost === undefined,
    () => `${lost?.op.id ?? ''} is ${lost?.fate ?? ''} and has ${rows.get(lost?.op.id ?? '') ?? 0} rows`,
  )
  if (world.profile.isWithin && !world.profile.hasClockJumps) checkBubbles(world, conversationId)
}

function checkBubbles(world: World, conversationId: string): void {
  const { ledger, store, server } = world
  const thread = store.threads.get(conversationId)
  if (thread === undefined) return
  const ops = store.opsOf(conversationId)
  const claimedIds = new Set(store.claimedIds(conversationId))
  const shown = new Map<string, number>()
  for (const item of overlayThread({ messages: thread.messages, ops, claimedIds })) {
    const opId = item.echo?.opId ?? server.opOf(item.key)
    if (opId !== undefined) shown.set(opId, (shown.get(opId) ?? 0) + 1)
  }
  for (const op of ops) {
    if (op.intent.kind !== 'send' || op.state === 'asking' || op.state === 'failed') continue
    // A short text may be someone else's. It may be shown twice until the op asks.
    const mayBeForeign = op.intent.content.length < 12 && (shown.get(op.id) ?? 0) > 0
    ledger.check(
      'I14',
      shown.get(op.id) === 1 || mayBeForeign || isRepeated(world, op.id),
      () => `${op.id} (${op.state}) shows ${shown.get(op.id) ?? 0} times`,
    )
  }
  for (const messageId of claimedIds) {
    const opId = store.claims.get(messageId)?.opId ?? ''
    ledger.check(
      'I14',
      shown.get(opId) === 1 || isRepeated(world, opId),
      () => `${opId}, done, shows ${shown.get(opId) ?? 0} times`,
    )
  }
}

/** True when the user had it sent again, or gave up an earlier op with the same text that may have arrived. */
function isRepeated(world: World, opId: string): boolean {
  const fact = world.ledger.facts.get(opId)
  return fact !== undefined && (fact.applied > 1 || world.ledger.hasStrayCopy(fact.op))
}

/** Runs after ten minutes with a good network, key and disk. */
export function checkRest(world: World): void {
  const { ledger, store } = world
  ledger.check('I12', world.agenda.count < MAX_EVENTS, () => 'an endless loop')
  const heads = new Map<string, Op>()
  for (const op of store.ops) if (!heads.has(op.conversationId)) heads.set(op.conversationId, op)
  const isBlocked = (op: Op): boolean => op.state === 'asking' || op.state === 'failed'
  const moving = [...heads.values()].filter((op) => !isBlocked(op))
  ledger.check('I15', moving.length === 0, () => `${moving[0]?.id ?? ''} is ${moving[0]?.state ?? ''} still`)
  for (const window of world.windows) {
    const { timerMs, lanes } = window.engine
    ledger.check(
      'I15',
      (timerMs === null && lanes.size === 0) || moving.length > 0,
      () => `a timer or ${lanes.size} lanes are left`,
    )
  }
  if ([...heads.values()].some(isBlocked))
    ledger.check('I13', moving.length === 0, () => `${moving[0]?.id ?? ''} waits for another conversation`)
  for (const fact of ledger.facts.values()) {
    if (fact.isCleanCancel) ledger.check('I16', fact.applied === 0, () => `${fact.op.id} was cancelled, and is applied`)
    const { kind } = fact.op.intent
    if (kind === 'send' && world.profile.isWithin)
      ledger.check('I2', fact.applied <= 1 + fact.resends, () => `${fact.op.id} applied ${fact.applied} times`)
  }
  if (world.profile.isWithin && store.ops.length === 0) checkFields(world)
}

const FIELDS = ['status', 'customerName', 'tags'] as const

/** Each field has its last accepted value. Conversations that others changed, or in which the user decided otherwise, are skipped. */
function checkFields(world: World): void {
  const { ledger, server, store } = world
  const wanted = new Map<string, Base>()
  const skipped = new Set<string>()
  for (const fact of ledger.facts.values()) {
    const { intent, conversationId } = fact.op
    if (intent.kind !== 'patch' && intent.kind !== 'close') continue
    if (fact.fate === 'cancelled' || fact.fate === 'delivered' || fact.wasRefused || fact.resends > 0)
      skipped.add(conversationId)
    const { kind: _, base: __, ...fields } = intent.kind === 'close' ? { ...intent, status: 'closed' } : intent
    wanted.set(conversationId, { ...wanted.get(conversationId), ...fields })
  }
  for (const [conversationId, fields] of wanted) {
    const versions = server.kept.get(store.rows.get(conversationId)?.serverId ?? conversationId)?.versions ?? []
    const last = versions.at(-1)
    if (skipped.has(conversationId) || last === undefined || versions.slice(1).some((version) => version.isForeign))
      continue
    for (const field of FIELDS) {
      const value = fields[field]
      if (value === undefined) continue
      const isAsWanted = field === 'tags' ? isSameList(last.tags, fields.tags) : last[field] === value
      ledger.check(
        'I10',
        isAsWanted,
        () => `${conversationId} ${field} is ${String(last[field])}, wanted ${String(value)}`,
      )
    }
  }
}
