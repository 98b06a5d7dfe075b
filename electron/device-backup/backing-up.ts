import { randomUUID } from 'node:crypto'
import type { DeviceBackupBridge } from '../../src/shared/device-backup.ts'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import { describeWorkspace } from '../accounts/found-workspaces.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'
import { errorTextOf, type ExportFile, type ExportSaver } from '../exports/exporter.ts'
import type { Appearance } from '../shell/appearance.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import { text } from '../strings/text.ts'
import { type Cost, makeHeader } from './header.ts'
import { type BackupRecord, RECORDS_VERSION, writeRecord } from './records.ts'
import { type BackupWriter, makeBackupWriter } from './writer.ts'

export const EXTENSION = 'clarion-backup'

export type BackingUpParts = {
  readonly workspaces: WorkspaceStore
  readonly saver: ExportSaver
  readonly appearance: Pick<Appearance, 'read'>
  /** The name of this computer. */
  readonly computer: string
  readonly now: () => number
  readonly log: Log
  /** Of the passphrase; a lower one makes tests fast. */
  readonly cost?: Cost
}

type Running = {
  readonly backupId: string
  readonly file: ExportFile
  readonly writer: BackupWriter
  readonly workspaceIds: readonly string[]
  parts: number
}

export type BackingUp = Pick<DeviceBackupBridge, 'beginBackup' | 'addToBackup' | 'endBackup'> & {
  /** The page is gone: removes an incomplete file. */
  readonly pageGone: () => void
}

/** Writes a backup: the page gives its rows, and main adds the keys and seals everything while it is written. */
export function makeBackingUp(parts: BackingUpParts): BackingUp {
  const { workspaces, saver, now, log } = parts
  let running: Running | null = null
  /** The number of pages so far: what an earlier page began is not continued. */
  let pageCount = 0

  function dropRunning(): void {
    const { file } = running ?? {}
    running = null
    try {
      file?.drop()
    } catch (error) {
      log('backup-not-removed', errorFactsOf(error))
    }
  }

  /** A failure ends the backup and removes its file. */
  async function write(backupId: string, work: (current: Running) => Promise<void>): Promise<Result<null>> {
    const current = running
    if (current?.backupId !== backupId) return refuse(text('backup.ended'))
    try {
      await work(current)
      return success(null)
    } catch (error) {
      log('backup-failed', errorFactsOf(error))
      if (running === current) dropRunning()
      return refuse(errorTextOf(error))
    }
  }

  async function begin(passphrase: string, path: string): Promise<Omit<Running, 'workspaceIds'>> {
    const { header, keys, bytes } = await makeHeader(passphrase, parts.cost)
    const file = await saver.begin(path)
    try {
      await file.append(bytes)
    } catch (error) {
      file.drop()
      throw error
    }
    const writer = makeBackupWriter((content) => file.append(content), { header, keys })
    return { backupId: randomUUID(), file, writer, parts: 0 }
  }

  return {
    pageGone() {
      pageCount += 1
      dropRunning()
    },
    async beginBackup({ passphrase, workspaceIds, settings }) {
      const before = pageCount
      const date = new Date(now()).toISOString().slice(0, 10)
      const name = `${text('backup.fileName', { date })}.${EXTENSION}`
      const path = await saver.choose({ name, extension: EXTENSION, label: text('backup.fileType') })
      if (path === null || pageCount !== before) return success(null)
      dropRunning()
      let begun: Running
      try {
        begun = { ...(await begin(passphrase, path)), workspaceIds }
      } catch (error) {
        log('backup-failed', errorFactsOf(error))
        return refuse(errorTextOf(error))
      }
      // The page may be gone, or have begun another backup.
      dropRunning()
      if (pageCount !== before) {
        begun.file.drop()
        return success(null)
      }
      running = begun
      const { theme, language } = parts.appearance.read()
      const made = { at: now(), computer: parts.computer, settings, theme, language }
      const records = [
        { kind: 'made' as const, v: RECORDS_VERSION, ...made },
        ...(await describeAll(workspaces, workspaceIds)),
      ]
      const written = await write(begun.backupId, async ({ writer }) => {
        for (const record of records) await writer.line(writeRecord(record as BackupRecord))
      })
      return written.ok ? success({ backupId: begun.backupId, fileName: path.split(/[\\/]/).at(-1) ?? '' }) : written
    },
    addToBackup: ({ backupId, workspaceId, table, rows }) =>
      write(backupId, async (current) => {
        if (!current.workspaceIds.includes(workspaceId)) throw new Error('the backup is of other workspaces')
        current.parts += 1
        await current.writer.line(writeRecord({ kind: 'rows', workspaceId, table, rows: [...rows] }))
      }),
    async endBackup({ backupId, isWhole }) {
      if (!isWhole) {
        if (running?.backupId === backupId) dropRunning()
        return success(null)
      }
      const ended = await write(backupId, async (current) => {
        await current.writer.line(writeRecord({ kind: 'end', parts: current.parts }))
        await current.writer.end()
        await current.file.keep()
        log('backup-made', { workspaces: current.workspaceIds.length, parts: current.parts })
      })
      if (ended.ok && running?.backupId === backupId) running = null
      return ended
    },
  }
}

/** The lines that name the workspaces, with their keys. */
async function describeAll(workspaces: WorkspaceStore, ids: readonly string[]): Promise<readonly BackupRecord[]> {
  const records: BackupRecord[] = []
  for (const id of new Set(ids)) {
    const described = await describeWorkspace(workspaces, id)
    if (described === null) continue
    records.push({ kind: 'workspace', ...described, apiKey: workspaces.account(id)?.apiKey ?? null })
  }
  return records
}

function refuse(words: string): Result<never> {
  return failed({ kind: 'refused', words })
}
