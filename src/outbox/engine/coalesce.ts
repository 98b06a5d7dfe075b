import type { Base, Intent, Op } from '../../db/op.ts'
import { isSameList } from './evidence.ts'

export type ChangeIntent = Extract<Intent, { kind: 'patch' | 'close' }>

/** `absorbed`: queued changes to delete. `intents`: what to queue in their place; empty when the changes cancel out. */
export type Coalesced = { readonly absorbed: readonly Op[]; readonly intents: readonly ChangeIntent[] }

type Field = keyof Base
const FIELDS: readonly Field[] = ['status', 'customerName', 'tags']

/**
 * Merges a new change with the changes directly before it that the server cannot have received; never across a message or a create.
 * For each field the last value wins. A field that is back at its first value is dropped.
 * @param ops the conversation's ops, in order
 * @param current the fields as shown on screen before this change, queued changes included
 */
export function coalesce(ops: readonly Op[], current: Base, wanted: ChangeIntent): Coalesced {
  const absorbed = ops.slice(ops.findLastIndex((op) => !isAbsorbable(op)) + 1)
  const changes: readonly ChangeIntent[] = [
    ...absorbed.flatMap((op) => (isChange(op.intent) ? [op.intent] : [])),
    { ...wanted, base: current },
  ]
  const last: Record<Field, unknown> = { status: undefined, customerName: undefined, tags: undefined }
  const base: Record<Field, unknown> = { status: undefined, customerName: undefined, tags: undefined }
  for (const field of FIELDS) {
    const touching = changes.filter((change) => valueOf(change, field) !== undefined)
    const newest = touching.at(-1)
    if (newest === undefined) continue
    const first = touching[0]?.base?.[field]
    const hasChanged = touching.some((change) => !isSame(field, valueOf(change, field), first))
    if (hasChanged && first !== undefined && isSame(field, valueOf(newest, field), first)) continue
    last[field] = valueOf(newest, field)
    base[field] = first
  }
  return { absorbed, intents: intentsOf(defined(last) as Base, defined(base) as Base) }
}

/** A change that the server cannot have received. A change that follows its message (`follows`) is never merged. */
export function isAbsorbable(op: Op): boolean {
  return isChange(op.intent) && op.follows === undefined && op.state === 'queued' && op.attempts.every(hadNoEffect)
}

/** True for every attempt made offline. A change that was undone offline must not be sent, and then sent back. */
function hadNoEffect({ outcome }: Op['attempts'][number]): boolean {
  return outcome === 'not-applied'
}

function isChange(intent: Intent): intent is ChangeIntent {
  return intent.kind === 'patch' || intent.kind === 'close'
}

function valueOf(change: ChangeIntent, field: Field): unknown {
  if (change.kind === 'close') return field === 'status' ? 'closed' : undefined
  return change[field]
}

function isSame(field: Field, a: unknown, b: unknown): boolean {
  return field === 'tags' ? isSameList(a as readonly string[], b as readonly string[]) : a === b
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
