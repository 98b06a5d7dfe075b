import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../paths.mjs'
import { Trouble } from '../say.mjs'

const TEMPLATES = join(ROOT, 'resources', 'winget')

/**
 * A manifest with its version and checksums. `{{version}}` stands for the version and `{{sha256 FILE}}` for the checksum of a file of the
 * release, in which `{{version}}` may occur too. Throws a Trouble when the release lacks the file.
 * @param {string} template @param {string} version @param {ReadonlyMap<string, string>} sums SHA-256 in hex by file name
 */
export function fillManifest(template, version, sums) {
  return template.replaceAll('{{version}}', version).replaceAll(/\{\{sha256 ([^}]+)\}\}/g, (_, name) => {
    const sum = sums.get(name)
    if (sum === undefined) throw new Trouble(`the release has no ${name}, which the winget manifests name`)
    return sum.toUpperCase()
  })
}

/** Writes the manifests of this version beside the packages. A person submits them to winget's repository. */
export function fillWinget(folder, sums) {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  for (const name of readdirSync(TEMPLATES))
    writeFileSync(join(folder, name), fillManifest(readFileSync(join(TEMPLATES, name), 'utf8'), version, sums))
}
