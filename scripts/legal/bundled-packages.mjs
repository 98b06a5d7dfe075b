import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Trouble } from '../say.mjs'

/** SPDX ids of the licenses that the app may contain: they ask for their text and nothing more. */
export const ALLOWED_LICENSES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
])

/**
 * Whether the app may contain code under this SPDX expression: one choice of an OR is enough, and every part of an AND is needed.
 * Expressions that mix the two are rejected.
 * @param {string} expression
 */
export function isAllowedLicense(expression) {
  const parts = (operator) => expression.replace(/^\((.*)\)$/, '$1').split(` ${operator} `)
  return (
    parts('OR').some((id) => ALLOWED_LICENSES.has(id)) ||
    (parts('AND').length > 1 && parts('AND').every((id) => ALLOWED_LICENSES.has(id)))
  )
}

const MPL_1_1 = readFileSync(new URL('mpl-1.1.txt', import.meta.url), 'utf8').trim()

/** The MPL 1.1 asks for its text and for a notice where the source is. */
const spanishNotice = ({
  name,
  version,
}) => `Clarion uses this dictionary under the Mozilla Public License 1.1, the last of its three licenses, and
has not changed it. Its source, the files index.aff and index.dic, is available under this license in the npm
package ${name} ${version}.

${MPL_1_1}`

/**
 * Dictionaries and the typeface, whose licenses a person has read. They are data that the app reads as it is, so the MPL 1.1, which covers its
 * own files only, and the OFL 1.1, which covers fonts, are allowed for them and for no code. `says`: the license field that was read; another one is rejected. `means`: as SPDX, and for a choice
 * the license that is chosen.
 */
const DATA = {
  // SCOWL and its sources: permission notices like that of MIT, and Ispell's affixes under three of the clauses of BSD.
  'dictionary-en': { says: '(MIT AND BSD)', means: 'MIT AND BSD-3-Clause', notice: null },
  'dictionary-en-gb': { says: '(MIT AND BSD)', means: 'MIT AND BSD-3-Clause', notice: null },
  // The app contains some files of it, unchanged and under their name.
  '@fontsource-variable/inter': { says: 'OFL-1.1', means: 'OFL-1.1', notice: null },
  'dictionary-es': { says: '(GPL-3.0 OR LGPL-3.0 OR MPL-1.1)', means: 'MPL-1.1', notice: spanishNotice },
}

/** The license of a package as an SPDX expression, or null when the app may not contain it. */
function allowedLicenseOf({ name, license }) {
  const read = DATA[name]
  if (read !== undefined) return license === read.says ? read.means : null
  return typeof license === 'string' && isAllowedLicense(license) ? license : null
}

/** Vite's file goes on with the licenses of its own dependencies, which are not in the app. */
const OWN_PART = /^# Licenses of bundled dependencies$/m

/** The text of the license file, and of the notice that Apache-2.0 asks to keep; null when the package has no license file. */
function licenseTextIn(folder) {
  const names = readdirSync(folder).toSorted()
  const license = names.find((name) => /^(licen[cs]e|copying)/i.test(name))
  if (license === undefined) return null
  const notices = names.filter((name) => /^notice/i.test(name))
  return [license, ...notices]
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').split(OWN_PART)[0].trim())
    .join('\n\n')
}

/** For a package that names MIT in its package.json and has no license file. */
const MIT = readFileSync(new URL('mit.txt', import.meta.url), 'utf8').trim()
const authorOf = ({ author, name }) => (typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`

/**
 * What the package.json and the license file of a bundled package say. `text` is never empty.
 * @typedef {{ name: string, version: string, license: string, text: string, integrity: string | null }} BundledPackage
 */

/**
 * Reads the packages in these folders below node_modules. Throws a Trouble for a license that is not allowed or that has no text.
 * @param {readonly string[]} folders
 * @param {{ modules: string, lock: { packages: Record<string, { integrity?: string }> } }} from the node_modules folder, the lock file
 * @returns {BundledPackage[]} sorted by name and version
 */
export function readBundledPackages(folders, { modules, lock }) {
  const packages = folders.map((folder) => {
    const manifest = JSON.parse(readFileSync(join(modules, folder, 'package.json'), 'utf8'))
    const { name, version } = manifest
    const license = allowedLicenseOf(manifest)
    if (license === null)
      throw new Trouble(`the license of ${name} ${version} is not allowed: ${JSON.stringify(manifest.license)}`)
    const ofAuthor = license === 'MIT' ? MIT.replace('[author]', authorOf(manifest)) : null
    const text = licenseTextIn(join(modules, folder)) ?? ofAuthor
    if (text === null || text === '') throw new Trouble(`${name} ${version} has no license text`)
    const notice = DATA[name]?.notice?.(manifest) ?? null
    const whole = notice === null ? text : `${text}\n\n${notice}`
    return {
      name,
      version,
      license,
      text: whole,
      integrity: lock.packages[`node_modules/${folder}`]?.integrity ?? null,
    }
  })
  const keyOf = ({ name, version }) => `${name}@${version}`
  const unique = new Map(packages.map((entry) => [keyOf(entry), entry]))
  return [...unique.keys()].toSorted().map((key) => unique.get(key))
}
