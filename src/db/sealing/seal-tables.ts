import type Dexie from 'dexie'
import type { DBCoreCursor, DBCoreMutateRequest, DBCoreTable } from 'dexie'
import { SEALED_TABLES, type SealedTable } from './fields.ts'
import { makeLazyOpener } from './open-lazily.ts'
import { isPlainRow, openSealedPart, type Row, sealRow } from './seal.ts'
import type { Sealer } from './sealer.ts'

/** A row whose sealed part does not open. `key` is its primary key, `plain` what is stored beside the sealed part. */
export type DamagedRow = { readonly table: string; readonly key: unknown; readonly plain: Row }

/** Below all other middlewares, so that they see rows as the app knows them. */
const LEVEL = -10

/**
 * Seals the rows of every table when they are written and opens them when they are read. A damaged row is reported and costs only itself:
 * a conversation is read without its sealed fields, and any other row counts as absent.
 */
export function sealTables(
  dexie: Dexie,
  options: {
    readonly sealer: Sealer
    readonly onDamage: (row: DamagedRow) => void
    /** Repairs opened values for this build; see stored.ts. */
    readonly repairs: Readonly<Record<string, (part: Row) => Row>>
  },
): void {
  const { sealer, onDamage, repairs } = options
  dexie.use({
    stack: 'dbcore',
    name: 'sealing',
    level: LEVEL,
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name)
        const sealed = SEALED_TABLES[name]
        if (sealed === undefined) return table
        const report = (row: Row): void =>
          onDamage({ table: name, key: table.schema.primaryKey.extractKey?.(row), plain: row })
        const open = makeOpener({ name, sealed, sealer, report, repair: repairs[name] ?? ((part) => part) })
        return sealedTable(table, { seal: (row) => sealRow(name, sealed, row, sealer), open })
      },
    }),
  })
}

/** Opens a stored row; undefined for a damaged one. */
export function makeOpener(options: {
  readonly name: string
  readonly sealed: SealedTable
  readonly sealer: Sealer
  readonly report: (row: Row) => void
  readonly repair: (part: Row) => Row
}): (row: Row) => Row | undefined {
  const { name, sealed, sealer, report, repair } = options
  function openPart(row: Row): Row | undefined {
    const part = openSealedPart(name, sealed, row, sealer)
    if (part === undefined) report(row)
    return part === undefined ? undefined : repair(part)
  }
  if (sealed.isLazy === true)
    return makeLazyOpener({ table: sealed, sealer, openPart: (row) => openPart(row) ?? {}, onDamage: report })
  return (row) => {
    if (isPlainRow(name, row)) return row
    const part = openPart(row)
    if (part === undefined) return undefined
    const { sealed: _, kind: __, ...plain } = row
    return { ...plain, ...part }
  }
}

type Codec = { readonly seal: (row: Row) => Row; readonly open: (row: Row) => Row | undefined }

/** Dexie types every row as `any`. */
function sealedTable(table: DBCoreTable, { seal, open }: Codec): DBCoreTable {
  const read = (row: Row | undefined): Row | undefined => (row === undefined || row === null ? row : open(row))
  return {
    ...table,
    mutate(request: DBCoreMutateRequest) {
      if (request.type !== 'add' && request.type !== 'put') return table.mutate(request)
      return table.mutate({ ...request, values: request.values.map((row: Row) => seal(row)) })
    },
    get: (request) => table.get(request).then(read),
    getMany: (request) => table.getMany(request).then((rows: readonly (Row | undefined)[]) => rows.map(read)),
    query: (request) =>
      table.query(request).then((found) => {
        if (request.values !== true) return found
        const rows = found.result.map((row: Row) => read(row)).filter((row) => row !== undefined)
        return { ...found, result: rows }
      }),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) => (cursor === null || request.values !== true ? cursor : openedCursor(cursor, open))),
  }
}

/**
 * A cursor over opened rows that passes over damaged ones. The native cursor's key getters throw "Illegal invocation" on a derived object,
 * so the derived object forwards to the cursor.
 */
function openedCursor(cursor: DBCoreCursor, open: (row: Row) => Row | undefined): DBCoreCursor {
  let stored: unknown = null
  let row: Row | undefined
  const rowNow = (): Row | undefined => {
    if (cursor.value !== stored) {
      stored = cursor.value
      row = open(stored as Row)
    }
    return row
  }
  return Object.create(cursor, {
    key: { get: (): unknown => cursor.key },
    primaryKey: { get: (): unknown => cursor.primaryKey },
    value: { get: rowNow },
    start: {
      value: (onNext: () => void) =>
        cursor.start(() => {
          if (rowNow() === undefined) cursor.continue()
          else onNext()
        }),
    },
  }) as DBCoreCursor
}
