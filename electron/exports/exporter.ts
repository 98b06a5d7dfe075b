import { randomUUID } from 'node:crypto'
import type { Bridge } from '../../src/shared/bridge.ts'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import { charactersWithin } from '../../src/shared/text/system-text.ts'
import { hasVisibleText } from '../../src/shared/text/visible-text.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import { text, type TextId } from '../strings/text.ts'

/** The dialogs and files of the system that an export needs. */
export interface ExportSaver {
  /** Asks the user for a path; null when the user cancels. */
  choose(file: { readonly name: string; readonly extension: string; readonly label: string }): Promise<string | null>
  begin(path: string): Promise<ExportFile>
}

/** A file that gets the chosen name when it is complete. */
export interface ExportFile {
  append(content: string | Uint8Array): Promise<void>
  keep(): Promise<void>
  /** Removes the file synchronously, because the app may be quitting. */
  drop(): void
}

/** The calls of the bridge that write files. */
export type Exporter = Pick<Bridge, 'saveExport' | 'beginExport' | 'appendExport' | 'endExport'> & {
  /** The page or its window is gone: removes an incomplete file, and does not start an export whose dialog is still open. */
  readonly pageGone: () => void
}

type Format = Parameters<Bridge['saveExport']>[0]['format']
type FileRequest = { readonly name: string; readonly format: Format }
type Running = { readonly exportId: string; readonly file: ExportFile }

const FORMATS: Readonly<Record<Format, { readonly extension: string; readonly label: string }>> = {
  markdown: { extension: 'md', label: 'Markdown' },
  json: { extension: 'json', label: 'JSON' },
  csv: { extension: 'csv', label: 'CSV' },
}

/** Writes text files of three formats to the path that the user chooses. The window gets the file's name but not its path. */
export function makeExporter(saver: ExportSaver, log: Log): Exporter {
  let running: Running | null = null
  /** The number of pages so far. The answer of a dialog that an earlier page opened is ignored. */
  let pageCount = 0

  function dropRunning(): void {
    const { file } = running ?? {}
    running = null
    if (file !== undefined) drop(file, log)
  }

  /** An error ends the export and removes its file. */
  async function withFile(exportId: string, work: (file: ExportFile) => Promise<void>): Promise<Result<null>> {
    if (running?.exportId !== exportId) return failed({ kind: 'refused', words: text('export.ended') })
    try {
      await work(running.file)
    } catch (error) {
      if (running?.exportId === exportId) dropRunning()
      return failed({ kind: 'refused', words: errorTextOf(error) })
    }
    return success(null)
  }

  return {
    pageGone() {
      pageCount += 1
      dropRunning()
    },
    async beginExport(wanted) {
      const before = pageCount
      const path = await choose(saver, wanted)
      if (path === null || pageCount !== before) return success(null)
      const exportId = randomUUID()
      try {
        const file = await saver.begin(path)
        if (pageCount !== before) {
          drop(file, log)
          return success(null)
        }
        // A page writes one export at a time, so an open file belongs to an earlier page.
        dropRunning()
        running = { exportId, file }
      } catch (error) {
        return failed({ kind: 'refused', words: errorTextOf(error) })
      }
      return success({ exportId, fileName: nameOf(path) })
    },
    appendExport: ({ exportId, content }) => withFile(exportId, (file) => file.append(content)),
    async endExport({ exportId, isWhole }) {
      if (!isWhole && running?.exportId === exportId) dropRunning()
      if (!isWhole) return success(null)
      const kept = await withFile(exportId, (file) => file.keep())
      if (running?.exportId === exportId) running = null
      return kept
    },
    async saveExport({ content, ...wanted }) {
      const path = await choose(saver, wanted)
      return path === null ? success({ fileName: null }) : writeWhole({ saver, log }, path, content)
    },
  }
}

async function choose(saver: ExportSaver, { name, format }: FileRequest): Promise<string | null> {
  const { extension, label } = FORMATS[format]
  return saver.choose({ name: `${fileName(name)}.${extension}`, extension, label })
}

/** Logs a failure and does not throw, so that the user sees why the export failed. */
function drop(file: ExportFile, log: Log): void {
  try {
    file.drop()
  } catch (error) {
    log('export-not-removed', errorFactsOf(error))
  }
}

async function writeWhole(
  { saver, log }: { readonly saver: ExportSaver; readonly log: Log },
  path: string,
  content: string,
): Promise<Result<{ readonly fileName: string }>> {
  let file: ExportFile | null = null
  try {
    file = await saver.begin(path)
    await file.append(content)
    await file.keep()
  } catch (error) {
    if (file !== null) drop(file, log)
    return failed({ kind: 'refused', words: errorTextOf(error) })
  }
  return success({ fileName: nameOf(path) })
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? ''
}

/** Some file systems allow 255 bytes, including the extension and what the user adds. */
const MAX_NAME = { characters: 60, bytes: 200 }
/** Names that Windows reserves for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d\u00b9\u00b2\u00b3]|lpt[\d\u00b9\u00b2\u00b3]) *(?:\.|$)/i
const FORBIDDEN = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb<>:"/\\|?*]/gu
/** Invisible characters, without the joiners that shape letters and emoji. */
const INVISIBLE = /(?!\u200c|\u200d|\ufe0f)[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu
const EDGES = /^[.\s]+|[.\s]+$/g

/** Makes a file name that is valid on every system, visible, and cannot lead into another folder. */
export function fileName(wanted: string): string {
  const line = wanted
    .slice(0, 1_000)
    .normalize('NFC')
    .replaceAll(FORBIDDEN, '-')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\s+/g, ' ')
  const name = charactersWithin(
    line.replaceAll(EDGES, ''),
    (kept, count) => count <= MAX_NAME.characters && Buffer.byteLength(kept) <= MAX_NAME.bytes,
  ).replaceAll(EDGES, '')
  return !hasVisibleText(name) || RESERVED.test(name) ? text('export.fileName') : name
}

const ERROR_TEXTS = {
  ENOSPC: 'export.error.diskFull',
  EDQUOT: 'export.error.quota',
  EFBIG: 'export.error.fileTooLarge',
  EACCES: 'export.error.noPermission',
  EPERM: 'export.error.noPermission',
  EROFS: 'export.error.readOnly',
  EBUSY: 'export.error.busy',
  EISDIR: 'export.error.folderHasName',
  ENOENT: 'export.error.folderGone',
  ENOTDIR: 'export.error.folderGone',
} as const satisfies Record<string, TextId>

/** Why a file could not be written, for the user. */
export function errorTextOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return text(Object.hasOwn(ERROR_TEXTS, code) ? ERROR_TEXTS[code as keyof typeof ERROR_TEXTS] : 'export.error.other')
}
