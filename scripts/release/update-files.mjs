import { parse, stringify } from 'yaml'
import { Trouble } from '../say.mjs'

/**
 * One update file for all architectures of a system. Each build machine writes a `latest.yml` with its own packages, and electron-updater takes
 * the package whose name contains the computer's architecture. The first text decides the fields of older updaters, `path` and `sha512`.
 * Throws a Trouble when the versions differ.
 * @param {string[]} texts
 */
export function mergeUpdateFiles(texts) {
  const [first, ...others] = texts.map((text) => parse(text))
  for (const { version } of others)
    if (version !== first.version) throw new Trouble(`update files of two versions: ${first.version} and ${version}`)
  const files = [first, ...others].flatMap((update) => update.files)
  const known = new Map(files.map((file) => [file.url, file]))
  return stringify({ ...first, files: [...known.values()] }, { lineWidth: 0 })
}
