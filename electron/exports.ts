import type { Bridge, SavedExport } from '../src/shared/bridge.ts'
import { failed, type Result, success } from '../src/shared/failure.ts'

/** What the system does with a file that a person saves. */
export interface ExportSaver {
  /** Asks where; null when the person would rather not. */
  choose(file: { readonly name: string; readonly extension: string; readonly label: string }): Promise<string | null>
  write(path: string, content: string): Promise<void>
}

type Format = Parameters<Bridge['saveExport']>[0]['format']

const FORMATS: Readonly<Record<Format, { readonly extension: string; readonly label: string }>> = {
  markdown: { extension: 'md', label: 'Markdown' },
  json: { extension: 'json', label: 'JSON' },
  csv: { extension: 'csv', label: 'CSV' },
}

/** Only where the person says, only as one of three kinds of text. The window learns the file's name and not its place. */
export async function saveExport(
  saver: ExportSaver,
  { name, format, content }: Parameters<Bridge['saveExport']>[0],
): Promise<Result<SavedExport>> {
  const { extension, label } = FORMATS[format]
  const path = await saver.choose({ name: `${fileName(name)}.${extension}`, extension, label })
  if (path === null) return success({ fileName: null })
  try {
    await saver.write(path, content)
  } catch (error) {
    return failed({ kind: 'refused', words: wordsOf(error) })
  }
  return success({ fileName: path.split(/[\\/]/).at(-1) ?? '' })
}

/** Longer ones are cut: some systems take no more than 255 bytes, and a letter may be four. */
const LONGEST_NAME = 60
/** Names that Windows keeps for its devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i
// oxlint-disable-next-line no-control-regex -- they are what this is about
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/g

/** A name that every system takes, and that leads into no other folder. */
export function fileName(wanted: string): string {
  const plain = [...wanted.replaceAll(UNFIT, '-').replaceAll(/\s+/g, ' ')].slice(0, LONGEST_NAME).join('')
  const name = plain.replace(/^[.\s]+/, '').replace(/[.\s]+$/, '')
  return name === '' || RESERVED.test(name) ? 'Clarion export' : name
}

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'There is no room left on that disk.',
  EACCES: 'That folder or file may not be written to.',
  EPERM: 'That folder or file may not be written to.',
  EROFS: 'That disk can only be read.',
  EBUSY: 'Another program has that file open.',
  EISDIR: 'A folder has that name.',
}

function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return WORDS[code] ?? 'The file could not be written.'
}
