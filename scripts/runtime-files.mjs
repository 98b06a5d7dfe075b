import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

const DAY_MS = 24 * 60 * 60_000

/**
 * The files that an installed runtime must consist of, by their path with slashes. `size` is in bytes. A file that is null must exist as a
 * regular file with any content.
 * @typedef {ReadonlyMap<string, { size: number, sha256: string } | null>} ExpectedFiles
 */

/** @param {string} list one line a file: hash, size and path */
export function readExpectedFiles(list) {
  const lines = list.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const [, sha256, size, path] = /^([0-9a-f]{64}) (\d+) (.+)$/.exec(line) ?? []
      if (path === undefined || sha256 === undefined) throw new Error(`Not a line of the list of files: ${line}`)
      return [path, { size: Number(size), sha256 }]
    }),
  )
}

/** Everything below a folder but its folders. Links are not followed: a link is listed as one. */
function listFiles(folder) {
  /** @type {Map<string, import('node:fs').Stats>} */
  const found = new Map()
  const walk = (path) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const name = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isDirectory()) walk(name)
      else found.set(name, lstatSync(join(folder, name)))
    }
  }
  walk('')
  return found
}

/** What is wrong with the kinds, names and sizes of the files; null when nothing is. */
function whyFilesDiffer(found, expected) {
  for (const [path, stat] of found) {
    if (!expected.has(path)) return `${path} is not part of it`
    if (!stat.isFile()) return `${path} is not a regular file`
  }
  for (const [path, file] of expected) {
    if (!found.has(path)) return `${path} is missing`
    if (file !== null && found.get(path).size !== file.size) return `${path} has another size`
  }
  return null
}

async function whyContentDiffers(folder, expected) {
  for (const [path, file] of expected) {
    if (file === null) continue
    const hash = createHash('sha256')
    await pipeline(createReadStream(join(folder, path)), hash)
    if (hash.digest('hex') !== file.sha256) return `${path} has other content`
  }
  return null
}

/**
 * A change of a file changes at least one of these times. Programs can't set the second.
 * @param {Map<string, import('node:fs').Stats>} found
 */
function stampOf(found) {
  const stamps = [...found].map(([path, { mtimeMs, ctimeMs }]) => [path, `${mtimeMs} ${ctimeMs}`])
  return Object.fromEntries(stamps.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** Whether the files were hashed less than a day ago and are untouched since. A damaged note counts as none. */
function isVouchedFor(noteFile, stamp, now) {
  try {
    const { at, files } = JSON.parse(readFileSync(noteFile, 'utf8'))
    return at <= now && now - at < DAY_MS && JSON.stringify(files) === JSON.stringify(stamp)
  } catch {
    return false
  }
}

/**
 * Why the files of an installed runtime are not the expected ones; null when they are. Names, kinds, sizes and times are compared at each
 * call. Contents are hashed when a time differs from the last check, and once a day.
 * @param {string} folder
 * @param {{ expected: ExpectedFiles, noteFile: string, now: number }} options `noteFile` records the last check; `now` is in epoch ms
 * @returns {Promise<string | null>}
 */
export async function whyRuntimeDiffers(folder, { expected, noteFile, now }) {
  const found = listFiles(folder)
  const difference = whyFilesDiffer(found, expected)
  if (difference !== null) return difference
  // Files with any content are left out: setup itself rewrites them.
  const stamp = stampOf(new Map([...found].filter(([path]) => expected.get(path) !== null)))
  if (isVouchedFor(noteFile, stamp, now)) return null
  const changed = await whyContentDiffers(folder, expected)
  if (changed === null) writeNote(noteFile, { at: now, files: stamp })
  return changed
}

/** Another setup may read the note at the same time, so it is replaced as a whole. */
function writeNote(file, note) {
  const next = `${file}.${process.pid}`
  writeFileSync(next, JSON.stringify(note))
  renameSync(next, file)
}

/** Writes a file unless it has this content. A link in its place is replaced, not followed. */
export function ensureContent(file, content) {
  const isOurs = existsSync(file) && lstatSync(file).isFile() && readFileSync(file, 'utf8') === content
  if (isOurs) return
  const next = `${file}.${process.pid}`
  writeFileSync(next, content)
  renameSync(next, file)
}
