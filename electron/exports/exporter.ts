import { randomUUID } from 'node:crypto'
import type { Bridge } from '../../src/shared/bridge.ts'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import { charactersWithin } from '../../src/shared/text/system-text.ts'
import { hasVisibleText } from '../../src/shared/text/visible-text.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'

/** What the system does with a file that a person saves. */
export interface ExportSaver {
  /** Asks where; null when the person would rather not. */
  choose(file: { readonly name: string; readonly extension: string; readonly label: string }): Promise<string | null>
  begin(path: string): Promise<ExportFile>
}

/** A file that has the name that was chosen only when it is whole. */
export interface ExportFile {
  append(text: string): Promise<void>
  keep(): Promise<void>
  /** Nothing of it stays, from now on: the app may be quitting. */
  drop(): void
}

/** The calls of the bridge that write files. */
export type Exporter = Pick<Bridge, 'saveExport' | 'beginExport' | 'appendExport' | 'endExport'> & {
  /** The page has gone, or its window: what is half written goes with it, and what it was still asked about does not begin. */
  readonly pageGone: () => void
}

type Format = Parameters<Bridge['saveExport']>[0]['format']
type Named = { readonly name: string; readonly format: Format }
type Running = { readonly exportId: string; readonly file: ExportFile }

const FORMATS: Readonly<Record<Format, { readonly extension: string; readonly label: string }>> = {
  markdown: { extension: 'md', label: 'Markdown' },
  json: { extension: 'json', label: 'JSON' },
  csv: { extension: 'csv', label: 'CSV' },
}

/** Only where the person says, only as one of three kinds of text. The window learns the file's name and not its place. */
export function makeExporter(saver: ExportSaver, log: Log): Exporter {
  let running: Running | null = null
  /** Counts the pages that have gone: an answer from before is for nobody. */
  let gone = 0

  function abandon(): void {
    const { file } = running ?? {}
    running = null
    if (file !== undefined) drop(file, log)
  }

  /** What goes wrong with a file ends it. */
  async function withFile(exportId: string, work: (file: ExportFile) => Promise<void>): Promise<Result<null>> {
    if (running?.exportId !== exportId) return failed({ kind: 'refused', words: 'This export is over.' })
    try {
      await work(running.file)
    } catch (error) {
      if (running?.exportId === exportId) abandon()
      return failed({ kind: 'refused', words: wordsOf(error) })
    }
    return success(null)
  }

  return {
    pageGone() {
      gone += 1
      abandon()
    },
    async beginExport(wanted) {
      const before = gone
      const path = await choose(saver, wanted)
      if (path === null || gone !== before) return success(null)
      const exportId = randomUUID()
      try {
        const file = await saver.begin(path)
        if (gone !== before) {
          drop(file, log)
          return success(null)
        }
        // A page writes one at a time: what was left open is of one that is gone.
        abandon()
        running = { exportId, file }
      } catch (error) {
        return failed({ kind: 'refused', words: wordsOf(error) })
      }
      return success({ exportId, fileName: nameOf(path) })
    },
    appendExport: ({ exportId, content }) => withFile(exportId, (file) => file.append(content)),
    async endExport({ exportId, isWhole }) {
      if (!isWhole && running?.exportId === exportId) abandon()
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

async function choose(saver: ExportSaver, { name, format }: Named): Promise<string | null> {
  const { extension, label } = FORMATS[format]
  return saver.choose({ name: `${fileName(name)}.${extension}`, extension, label })
}

/** What cannot be taken away again is noted, and hides nothing: the person is told why the file was not written. */
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
    return failed({ kind: 'refused', words: wordsOf(error) })
  }
  return success({ fileName: nameOf(path) })
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? ''
}

/** Some systems take no more than 255 bytes, with the extension and what the user adds. */
const MAX_NAME = { characters: 60, bytes: 200 }
/** Names that Windows keeps for its devices, whatever follows their first dot. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d\u00b9\u00b2\u00b3]|lpt[\d\u00b9\u00b2\u00b3]) *(?:\.|$)/i
const UNFIT = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb<>:"/\\|?*]/gu
/** What draws nothing goes, but for the joiners that shape letters and emoji. */
const UNSEEN = /(?!\u200c|\u200d|\ufe0f)[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu
const EDGES = /^[.\s]+|[.\s]+$/g

/** Every file name goes through here: it is valid on every system, visible, and cannot lead into another folder. */
export function fileName(wanted: string): string {
  const line = wanted
    .slice(0, 1_000)
    .normalize('NFC')
    .replaceAll(UNFIT, '-')
    .replaceAll(UNSEEN, '')
    .replaceAll(/\s+/g, ' ')
  const name = charactersWithin(
    line.replaceAll(EDGES, ''),
    (kept, count) => count <= MAX_NAME.characters && Buffer.byteLength(kept) <= MAX_NAME.bytes,
  ).replaceAll(EDGES, '')
  return !hasVisibleText(name) || RESERVED.test(name) ? 'Clarion export' : name
}

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'There is no room left on that disk.',
  EDQUOT: 'There is no room left for you on that disk.',
  EFBIG: 'That disk takes no file of this size.',
  EACCES: 'That folder or file may not be written to.',
  EPERM: 'That folder or file may not be written to.',
  EROFS: 'That disk can only be read.',
  EBUSY: 'Another program has that file open.',
  EISDIR: 'A folder has that name.',
  ENOENT: 'That folder is not there any more.',
  ENOTDIR: 'That folder is not there any more.',
}

function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return WORDS[code] ?? 'The file could not be written.'
}
