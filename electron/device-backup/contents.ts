import { type BackupPart, MOVED_TABLES, type MovedTable } from '../../src/shared/device-backup.ts'
import { Damaged, type Line, readLine, readLines, type SealedFile } from './reader.ts'
import type { Sealing } from './chunks.ts'
import { type MadeRecord, MAX_WORKSPACES, parseRecord, UnknownRecord, type WorkspaceRecordInBackup } from './records.ts'

/** The page takes a workspace into memory before it stores any of it. */
export class TooLarge extends Error {}

/** Bytes. A hundred thousand conversations with seen marks have 20 MB. */
const MAX_WORKSPACE_BYTES = 512 * 1024 * 1024

type PlaceOfPart = Pick<Line, 'from' | 'length'>

export type WorkspaceContents = {
  readonly record: WorkspaceRecordInBackup
  readonly rows: Readonly<Record<MovedTable, number>>
  readonly parts: readonly PlaceOfPart[]
}

/** What a backup holds: all but the rows, which stay in the file. */
export type Contents = { readonly made: MadeRecord; readonly workspaces: readonly WorkspaceContents[] }

/**
 * Reads the whole file once, so that nothing of it is used before all of it was found genuine and complete. Throws `Damaged` or
 * `UnknownRecord`.
 */
export async function readContents(file: SealedFile, sealing: Sealing): Promise<Contents> {
  let made: MadeRecord | null = null
  let count = 0
  let isOver = false
  const workspaces = new Map<string, Mutable>()
  for await (const line of readLines(file, sealing)) {
    const record = parseRecord(line.text)
    if (isOver || (made === null) !== (record.kind === 'made')) throw new UnknownRecord()
    if (record.kind === 'made') made = record
    else if (record.kind === 'workspace') addWorkspace(workspaces, record)
    else if (record.kind === 'rows') {
      const known = workspaces.get(record.workspaceId)
      if (known === undefined) throw new UnknownRecord()
      known.bytes += line.length
      if (known.bytes > MAX_WORKSPACE_BYTES) throw new TooLarge()
      known.parts.push({ from: line.from, length: line.length })
      known.rows[record.table] += record.rows.length
      count += 1
    } else {
      if (record.parts !== count) throw new Damaged()
      isOver = true
    }
  }
  if (made === null || !isOver) throw new Damaged()
  return { made, workspaces: [...workspaces.values()] }
}

/** The rows of a part. Throws `Damaged` when the file was changed after it was checked. */
export async function readPart(file: SealedFile, sealing: Sealing, place: PlaceOfPart): Promise<BackupPart> {
  const record = parseRecord(await readLine(file, sealing, place))
  if (record.kind !== 'rows') throw new UnknownRecord()
  return { table: record.table, rows: record.rows }
}

type Mutable = {
  readonly record: WorkspaceRecordInBackup
  readonly rows: Record<MovedTable, number>
  readonly parts: PlaceOfPart[]
  bytes: number
}

function addWorkspace(workspaces: Map<string, Mutable>, record: WorkspaceRecordInBackup): void {
  if (workspaces.has(record.id) || workspaces.size >= MAX_WORKSPACES) throw new UnknownRecord()
  const rows = Object.fromEntries(MOVED_TABLES.map((table) => [table, 0])) as Record<MovedTable, number>
  workspaces.set(record.id, { record, rows, parts: [], bytes: 0 })
}
