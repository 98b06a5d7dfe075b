import type { CarryOver, CarryOverBridge } from '../../src/shared/carry-over.ts'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import { text } from '../strings/text.ts'
import type { OldFiles } from './old-files.ts'
import type { OldData } from './old-page.ts'

const NO_DATA: OldData = { databases: [], settings: {}, isUnreadable: false }

/**
 * Carries the data of an earlier version, which was not sealed, into the sealed databases. It is read into memory and never into another
 * file. The window takes it and confirms it, and then the old files are deleted.
 */
export interface CarryOvers {
  readonly bridge: CarryOverBridge
  /** The user removed this workspace: its old data is not wanted any more. */
  forget(databaseName: string): Promise<void>
}

/** `read` is called when the window first asks. Its argument lists databases that are not wanted. */
export function makeCarryOver(parts: {
  readonly files: OldFiles | 'stuck' | null
  readonly read: (unwanted: readonly string[]) => Promise<OldData>
  /** Databases that the user asked to delete. */
  readonly forgotten: readonly string[]
  readonly log: Log
}): CarryOvers {
  const { log } = parts
  const files = parts.files === 'stuck' ? null : parts.files
  let data: OldData = { ...NO_DATA, isUnreadable: parts.files === 'stuck' }
  const unwanted = new Set(parts.forgotten)
  let reading: Promise<void> | null = null

  async function readOnce(): Promise<void> {
    if (files === null) return
    try {
      data = await parts.read([...files.done(), ...unwanted])
      const rows = data.databases.flatMap(({ parts: each }) => each).reduce((sum, part) => sum + part.rows.length, 0)
      log('carry-over-read', { databases: data.databases.length, rows, isUnreadable: data.isUnreadable })
      if (Object.keys(data.settings).length === 0) end([])
    } catch (error) {
      log('carry-over-not-read', errorFactsOf(error))
      data = { ...NO_DATA, isUnreadable: true }
    }
  }

  function end(databaseNames: readonly string[]): void {
    if (files === null) return
    const left = data.databases.filter(({ databaseName }) => !databaseNames.includes(databaseName))
    data = { ...data, databases: left }
    if (left.length > 0 || data.isUnreadable) return files.finish(databaseNames)
    files.remove()
    data = NO_DATA
    log('carry-over-ended')
  }

  const bridge: CarryOverBridge = {
    async beginCarryOver() {
      await (reading ??= readOnce())
      const { databases, settings, isUnreadable } = data
      return success<CarryOver>({
        id: files?.id ?? '',
        databases: databases.map(({ databaseName, version, nextSeq, parts: { length } }) => ({
          ...{ databaseName, version, nextSeq },
          parts: length,
        })),
        settings,
        isUnreadable,
      })
    },
    async readCarriedPart({ databaseName, part }) {
      const found = data.databases.find((database) => database.databaseName === databaseName)?.parts[part]
      return found === undefined ? failed({ kind: 'refused', words: text('bug.invalidCall') }) : success(found)
    },
    async endCarryOver({ databaseNames }): Promise<Result<null>> {
      await reading
      end(databaseNames)
      return success(null)
    },
  }
  return {
    bridge,
    async forget(databaseName) {
      unwanted.add(databaseName)
      await reading
      if (data.databases.some((database) => database.databaseName === databaseName)) end([databaseName])
    },
  }
}
