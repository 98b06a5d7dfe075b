import type { SealedTable } from './fields.ts'
import { PLAIN_META } from './fields.ts'
import { splitNewest, tokensOf } from './conversation-parts.ts'
import type { Sealer } from './sealer.ts'

export type Row = Record<string, unknown>

/** A row as it is stored: its plain fields, and all others in `sealed`. */
export function sealRow(name: string, table: SealedTable, row: Row, sealer: Sealer): Row {
  if (isPlainRow(name, row)) return row
  const plain: Row = {}
  const sealed: Row = {}
  for (const [field, value] of Object.entries(row)) {
    if (value === undefined) continue
    const rule = table.fields[field] ?? 'sealed'
    const isPlain = rule === 'plain' || (rule !== 'sealed' && rule(value))
    ;(isPlain ? plain : sealed)[field] = value
  }
  if (name === 'conversations') moveConversationParts(plain, sealed, sealer)
  // Counted without the key, for a workspace that is not open.
  if (name === 'outbox') plain['kind'] = (sealed['intent'] as { readonly kind?: unknown } | undefined)?.kind
  return { ...plain, sealed: sealer.seal(placeOf(name, table, row), sealed) }
}

/** Undefined when the row is damaged. */
export function openSealedPart(name: string, table: SealedTable, row: Row, sealer: Sealer): Row | undefined {
  const opened = sealer.open(placeOf(name, table, row), row['sealed'])
  return typeof opened === 'object' && opened !== null ? (opened as Row) : undefined
}

export function isPlainRow(name: string, row: Row): boolean {
  return name === 'meta' && PLAIN_META.has(row['name'])
}

/** The schema's version is part of the place, so that rows of another meaning do not open. */
const VERSION = 1

function placeOf(name: string, table: SealedTable, row: Row): string {
  return `${name}\0${table.place(row)}\0${VERSION}`
}

function moveConversationParts(plain: Row, sealed: Row, sealer: Sealer): void {
  const { newest, tags } = sealed
  if (newest !== undefined) {
    const parts = splitNewest(newest)
    delete sealed['newest']
    plain['newest'] = parts.plain
    Object.assign(sealed, parts.sealed)
  }
  if (tags !== undefined) {
    delete sealed['tags']
    plain['tags'] = tokensOf(tags, sealer)
  }
}
