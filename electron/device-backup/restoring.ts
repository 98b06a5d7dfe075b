import { randomUUID } from 'node:crypto'
import type { DeviceBackupBridge } from '../../src/shared/device-backup.ts'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import type { HostGate } from '../accounts/host-gate.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'
import type { Appearance } from '../shell/appearance.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import { text, type TextId } from '../strings/text.ts'
import type { Sealing } from './chunks.ts'
import { type Contents, readContents, readPart, TooLarge, type WorkspaceContents } from './contents.ts'
import { type BadHeader, type Header, HEADER_BYTES, isGenuine, makeKeys, parseHeader } from './header.ts'
import { findHere, takeHere } from './known-here.ts'
import { Damaged, type SealedFile } from './reader.ts'
import { UnknownRecord } from './records.ts'

export type RestoringParts = {
  readonly workspaces: WorkspaceStore
  readonly hosts: HostGate
  readonly appearance: Appearance
  /** Asks the user for a backup; null when the user cancels. */
  readonly choose: () => Promise<string | null>
  readonly open: (path: string) => Promise<SealedFile>
  readonly log: Log
}

export type Restoring = Omit<DeviceBackupBridge, 'beginBackup' | 'addToBackup' | 'endBackup'> & {
  /** The page is gone: closes the file and forgets its keys. */
  readonly pageGone: () => void
}

type Chosen = {
  readonly restoreId: string
  readonly file: SealedFile
  readonly header: Header
  opened: { readonly sealing: Sealing; readonly contents: Contents } | null
}

const BAD_HEADERS = {
  'not-a-backup': 'backup.notABackup',
  newer: 'backup.newer',
  cut: 'backup.damaged',
  costly: 'backup.costly',
} as const satisfies Record<BadHeader, TextId>

/** Reads a backup for the page. Nothing of a file is used before all of it was found genuine and complete. */
export function makeRestoring(parts: RestoringParts): Restoring {
  const { workspaces, appearance, log } = parts
  let chosen: Chosen | null = null
  let pageCount = 0
  let isDeriving = false

  function closeChosen(): void {
    const before = chosen
    chosen = null
    before?.file.close().catch((error: unknown) => log('backup-not-closed', errorFactsOf(error)))
  }

  async function take(path: string): Promise<Result<Chosen>> {
    const file = await parts.open(path)
    try {
      const header = parseHeader(await file.read(0, HEADER_BYTES))
      if (typeof header !== 'string') return success({ restoreId: randomUUID(), file, header, opened: null })
      log('backup-refused', { why: header })
      await file.close()
      return refuse(text(BAD_HEADERS[header]))
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /** Runs with the file of this restore, and says what is wrong with it. */
  async function withChosen<T>(restoreId: string, work: (current: Chosen) => Promise<Result<T>>): Promise<Result<T>> {
    const current = chosen
    if (current?.restoreId !== restoreId) return refuse(text('backup.restoreEnded'))
    try {
      return await work(current)
    } catch (error) {
      return refuse(text(problemOf(error, log)))
    }
  }

  function withWorkspace<T>(
    input: { readonly restoreId: string; readonly workspaceId: string },
    work: (
      workspace: WorkspaceContents,
      source: { readonly file: SealedFile; readonly sealing: Sealing },
    ) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return withChosen(input.restoreId, async (current) => {
      const found = current.opened?.contents.workspaces.find(({ record }) => record.id === input.workspaceId)
      if (found === undefined || current.opened === null) return refuse(text('bug.invalidCall'))
      return work(found, { file: current.file, sealing: current.opened.sealing })
    })
  }

  return {
    pageGone() {
      pageCount += 1
      closeChosen()
    },
    async chooseBackup() {
      const before = pageCount
      const path = await parts.choose()
      if (path === null || pageCount !== before) return success(null)
      closeChosen()
      try {
        const taken = await take(path)
        if (!taken.ok) return taken
        chosen = taken.value
        if (pageCount !== before) closeChosen()
        return success({ restoreId: taken.value.restoreId, fileName: path.split(/[\\/]/).at(-1) ?? '' })
      } catch (error) {
        return refuse(text(problemOf(error, log)))
      }
    },
    openBackup: ({ restoreId, passphrase }) =>
      withChosen(restoreId, async (current) => {
        const { file, header } = current
        // One at a time, because each takes the memory that the head asks for.
        if (isDeriving) return refuse(text('bug.invalidCall'))
        isDeriving = true
        const keys = await makeKeys(passphrase, header).finally(() => (isDeriving = false))
        if (!isGenuine(header, keys)) return refuse(text('backup.wrongPassphrase'))
        const sealing = { header, keys }
        const contents = await readContents(file, sealing)
        current.opened = { sealing, contents }
        log('backup-opened', { workspaces: contents.workspaces.length })
        const { at: madeAt, computer } = contents.made
        const summaries = contents.workspaces.map(async ({ record, rows, parts: { length } }) => {
          const { id, name, baseUrl, apiKey } = record
          const isHere = (await findHere(workspaces, record)) !== null
          return { id, name, baseUrl, hasKey: apiKey !== null, isHere, rows, parts: length }
        })
        return success({ madeAt, computer, workspaces: await Promise.all(summaries) })
      }),
    takeWorkspace: (input) =>
      withWorkspace(input, async ({ record }) => {
        const taken = await takeHere(parts, record)
        if (!taken.ok) return taken
        const { id, databaseName } = taken.value
        return success({ id, databaseName })
      }),
    readBackupPart: (input) =>
      withWorkspace(input, async (workspace, { file, sealing }) => {
        const place = workspace.parts[input.part]
        if (place === undefined) return refuse(text('bug.invalidCall'))
        return success(await readPart(file, sealing, place))
      }),
    takeSettings: ({ restoreId }) =>
      withChosen(restoreId, async ({ opened }) => {
        if (opened === null) return refuse(text('bug.invalidCall'))
        const { theme, language, settings } = opened.contents.made
        const look = appearance.read()
        if (look.theme === 'system') appearance.change({ theme })
        if (look.language === 'system') appearance.change({ language })
        return success(settings)
      }),
    async endRestore({ restoreId }) {
      if (chosen?.restoreId === restoreId) closeChosen()
      return success(null)
    },
  }
}

/** What is wrong with a file that was to be read. */
function problemOf(error: unknown, log: Log): TextId {
  if (error instanceof Damaged) return 'backup.damaged'
  if (error instanceof UnknownRecord) return 'backup.unknownContents'
  if (error instanceof TooLarge) return 'backup.tooLarge'
  log('backup-not-read', errorFactsOf(error))
  return 'backup.unreadable'
}

function refuse(words: string): Result<never> {
  return failed({ kind: 'refused', words })
}
