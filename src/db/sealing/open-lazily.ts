import { completeNewest } from './conversation-parts.ts'
import type { SealedTable } from './fields.ts'
import type { Row } from './seal.ts'
import type { Sealer } from './sealer.ts'

/**
 * Gives stored rows getters for their sealed fields, which open the sealed part when one is first read. Opening takes about 25 µs; at the
 * start a hundred thousand rows are read, and a few hundred are shown. The getters are shared by all rows, because a getter of its own for
 * each row would cost more than opening it. Spreading and storing a row read all fields.
 */
export function makeLazyOpener(options: {
  readonly table: SealedTable
  readonly sealer: Sealer
  /** The sealed part, or a replacement for a damaged one. */
  readonly openPart: (row: Row) => Row
  readonly onDamage: (row: Row) => void
}): (row: Row) => Row {
  const { table, sealer, openPart, onDamage } = options
  const parts = new WeakMap<object, Row>()
  const rowOfNewest = new WeakMap<object, Row>()
  const partOf = (row: Row): Row => {
    const known = parts.get(row)
    if (known !== undefined) return known
    const part = openPart(row)
    parts.set(row, part)
    return part
  }
  const newestPartOf = (newest: object): Row => partOf(rowOfNewest.get(newest) ?? {})
  const always: PropertyDescriptorMap = {}
  const sometimes: [string, PropertyDescriptor][] = []
  for (const [field, rule] of Object.entries(table.fields)) {
    // Stored beside the sealed part; see conversation-parts.ts.
    if (rule === 'plain' || field === 'newest' || field === 'tags') continue
    const descriptor = lazyField(field, partOf)
    // Known values of some fields are plain.
    if (rule === 'sealed') always[field] = descriptor
    else sometimes.push([field, descriptor])
  }

  return (row) => {
    const { newest, tags } = row
    Object.defineProperty(row, 'sealed', { enumerable: false })
    Object.defineProperties(row, always)
    for (const [field, descriptor] of sometimes) if (!(field in row)) Object.defineProperty(row, field, descriptor)
    if (typeof newest === 'object' && newest !== null) {
      rowOfNewest.set(newest, row)
      completeNewest(newest, newestPartOf)
    }
    if (Array.isArray(tags)) row['tags'] = openTags(row, tags)
    return row
  }

  function openTags(row: Row, tokens: readonly unknown[]): readonly string[] {
    const tags = tokens.flatMap((token) => sealer.openLabel(String(token)) ?? [])
    if (tags.length < tokens.length) onDamage(row)
    return tags
  }
}

function lazyField(field: string, partOf: (row: Row) => Row): PropertyDescriptor {
  return {
    enumerable: true,
    configurable: true,
    get(this: Row) {
      return partOf(this)[field]
    },
    set(this: Row, value: unknown) {
      Object.defineProperty(this, field, { enumerable: true, configurable: true, writable: true, value })
    },
  }
}
