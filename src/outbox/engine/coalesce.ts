import type { Base, Intent, Op } from '../../db/op.ts'
import { isSameList } from './evidence.ts'

export type ChangeIntent = Extract<Intent, { kind: 'patch' | 'close' }>

/** What a new change comes to: the waiting ones it takes in, and what is queued in their place, which may be nothing. */
export type Coalesced = { readonly absorbed: readonly Op[]; readonly intents: readonly ChangeIntent[] }

type Field = keyof Base
const FIELDS: readonly Field[] = ['status', 'customerName', 'tags']

/**
 * Takes a new change together with the changes directly before it that nobody can have heard of; never across a message or a beginning.
 * Field by field the last word wins, and a field that went and came back asks for nothing.
 * @param ops the conversation's ops, in their order
 * @param standing the fields as they are known to stand before the change, what is queued included
 */
export function coalesce(ops: readonly Op[], standing: Base, wanted: ChangeIntent): Coalesced {
  const run = ops.slice(ops.findLastIndex((op) => !isAbsorbable(op)) + 1)
  const changes: readonly ChangeIntent[] = [
    ...run.flatMap((op) => (isChange(op.intent) ? [op.intent] : [])),
    { ...wanted, base: standing },
  ]
  const last: Record<Field, unknown> = { status: undefined, customerName: undefined, tags: undefined }
  const base: Record<Field, unknown> = { status: undefined, customerName: undefined, tags: undefined }
  for (const field of FIELDS) {
    const touching = changes.filter((change) => valueOf(change, field) !== undefined)
    const newest = touching.at(-1)
    if (newest === undefined) continue
    const first = touching[0]?.base?.[field]
    const hasLeft = touching.some((change) => !isSame(field, valueOf(change, field), first))
    if (hasLeft && first !== undefined && isSame(field, valueOf(newest, field), first)) continue
    last[field] = valueOf(newest, field)
    base[field] = first
  }
  return { absorbed: run, intents: intentsOf(defined(last) as Base, defined(base) as Base) }
}

/** A change of which nothing has left, tried or not: nobody can tell whether it was one request or two. One that goes when its message goes stays itself. */
export function isAbsorbable(op: Op): boolean {
  return isChange(op.intent) && op.follows === undefined && op.state === 'queued' && op.attempts.every(hasNotLeft)
}

/** Offline each try ends so: what is undone then must not go out twice, there and back. */
function hasNotLeft({ outcome }: Op['attempts'][number]): boolean {
  return outcome === 'not-applied'
}

function isChange(intent: Intent): intent is ChangeIntent {
  return intent.kind === 'patch' || intent.kind === 'close'
}

function valueOf(change: ChangeIntent, field: Field): unknown {
  if (change.kind === 'close') return field === 'status' ? 'closed' : undefined
  return change[field]
}

function isSame(field: Field, one: unknown, other: unknown): boolean {
  return field === 'tags' ? isSameList(one as readonly string[], other as readonly string[]) : one === other
}

function defined(fields: Record<Field, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function intentsOf(wanted: Base, base: Base): readonly ChangeIntent[] {
  const { status, ...fields } = wanted
  const { status: _, ...fieldsBase } = base
  if (status === 'closed') {
    const close: ChangeIntent = {
      kind: 'close',
      ...(base.status === undefined ? {} : { base: { status: base.status } }),
    }
    return Object.keys(fields).length === 0 ? [close] : [{ kind: 'patch', ...fields, base: fieldsBase }, close]
  }
  if (Object.keys(wanted).length === 0) return []
  return [{ kind: 'patch', ...(wanted as Omit<Extract<ChangeIntent, { kind: 'patch' }>, 'kind'>), base }]
}
