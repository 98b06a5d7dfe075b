// node scripts/release/collect.mjs FROM TO: gathers the files of all build machines for one release. FROM has a folder for each machine.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../paths.mjs'
import { command, Trouble } from '../say.mjs'
import { mergeUpdateFiles } from './update-files.mjs'
import { fillWinget } from './winget.mjs'

/** The parts list differs between machines, because it names the system. All machines have the same licenses. */
const PER_MACHINE = 'sbom.cdx.json'
const SAME_EVERYWHERE = 'third-party-licenses.txt'

/**
 * Copies everything into `to`, merges update files of the same name, fills in the winget manifests and writes SHA256SUMS. Throws a Trouble when
 * two machines made a package of the same name, because one would hide the other.
 */
export function collect(from, to) {
  mkdirSync(to, { recursive: true })
  const sources = new Map()
  // x64 before arm64, because the first update file names the package for updaters that know no architecture.
  for (const machine of readdirSync(from).toSorted().toReversed())
    for (const name of readdirSync(join(from, machine))) {
      const target = name === PER_MACHINE ? `${machine}.${name}` : name
      sources.set(target, [...(sources.get(target) ?? []), join(from, machine, name)])
    }
  for (const [name, files] of sources) gather(name, files, join(to, name))
  fillWinget(to, sha256Of(to))
  const lines = [...sha256Of(to)].map(([name, sum]) => `${sum}  ${name}\n`)
  writeFileSync(join(to, 'SHA256SUMS'), lines.join(''))
}

function gather(name, files, target) {
  if (files.length > 1 && name.endsWith('.yml'))
    writeFileSync(target, mergeUpdateFiles(files.map((file) => readFileSync(file, 'utf8'))))
  else if (files.length > 1 && name !== SAME_EVERYWHERE) throw new Trouble(`two machines made ${name}`)
  else copyFileSync(files[0], target)
}

function sha256Of(folder) {
  const sum = (name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  return new Map(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, sum(name)]),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [from, to] = process.argv.slice(2).map((path) => join(ROOT, path))
  await command(() => collect(from, to))
}
