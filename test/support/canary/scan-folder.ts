import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { makeFinder } from './find-needles.ts'
import { listNeedles, type Secret } from './needles.ts'
import { type Part, partsOf, Undecodable } from './stored-parts.ts'

/** `file`: relative to the folder. */
export type Finding = {
  readonly kind: string
  readonly file: string
  readonly where: Part['where'] | 'name'
  readonly encoding: string
}

/**
 * `unread`: files that could not be decoded to their end. A kill leaves a table that LevelDB was still writing; what is in it is also in
 * the files that it is made of. `parts`: how many parts of each sort were searched, so that a test can tell that LevelDB was decoded.
 */
export type Scan = {
  readonly findings: readonly Finding[]
  readonly files: readonly string[]
  readonly unread: readonly string[]
  readonly parts: Readonly<Record<Part['where'], number>>
}

/** Searches every file and file name below the folder for every form of the secrets. */
export function scanFolder(folder: string, secrets: readonly Secret[]): Scan {
  const find = makeFinder(secrets.flatMap((secret) => listNeedles(secret)))
  const findings = new Map<string, Finding>()
  const files: string[] = []
  const unread: string[] = []
  const parts = { file: 0, table: 0, log: 0, 'compressed value': 0 }

  const search = (file: string, where: Finding['where'], bytes: Uint8Array): void => {
    for (const { kind, encoding } of find(bytes)) {
      const finding = { kind, file, where, encoding }
      findings.set(JSON.stringify(finding), finding)
    }
  }

  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const file = relative(folder, path)
    search(file, 'name', Buffer.from(file))
    if (entry.isSymbolicLink()) search(file, 'name', Buffer.from(readlinkSync(path)))
    if (!entry.isFile()) continue
    files.push(file)
    try {
      for (const { where, bytes } of partsOf(path, readFileSync(path))) {
        parts[where] += 1
        search(file, where, bytes)
      }
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error
      unread.push(file)
    }
  }
  return { findings: [...findings.values()], files, unread, parts }
}

/** One line for each finding, without the secret itself. */
export function describeFindings(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ kind, file, where, encoding }) => `${kind}: ${file} (${where}, ${encoding})`).toSorted()
}
