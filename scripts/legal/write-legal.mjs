import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import chromiumVersions from 'electron-to-chromium/full-versions.js'
import { ROOT } from '../paths.mjs'
import { Trouble } from '../say.mjs'
import { readBundledPackages } from './bundled-packages.mjs'
import { noticesOf } from './notices.mjs'
import { sbomOf } from './sbom.mjs'

const FOLDER = join(ROOT, 'out', 'legal')
/** Both are copied into the package (electron-builder.yml) and beside the packages (scripts/package.mjs). */
export const NOTICES = join(FOLDER, 'third-party-licenses.txt')
export const SBOM = join(FOLDER, 'sbom.cdx.json')

const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'))

const readPackages = () =>
  readBundledPackages(readJson(FOLDER, 'bundled.json'), {
    modules: join(ROOT, 'node_modules'),
    lock: readJson(ROOT, 'package-lock.json'),
  })

/** Call this before a build: each bundle adds its packages to the list. */
export function forgetLegal() {
  rmSync(FOLDER, { recursive: true, force: true })
}

/** Call this after a build. Throws a Trouble when a bundled package may not be shipped. */
export function writeNotices() {
  writeFileSync(NOTICES, noticesOf(readPackages()))
}

/**
 * The version of Chromium in a version of Electron.
 * @param {string} electron
 * @returns {string}
 */
export function chromiumVersionOf(electron) {
  const chromium = chromiumVersions[electron]
  if (chromium === undefined)
    throw new Trouble(
      `electron-to-chromium doesn't know Electron ${electron}. Update it: npm update electron-to-chromium`,
    )
  return chromium
}

/** @param {string} electron its version */
export function writeSbom(electron) {
  const { name, version } = readJson(ROOT, 'package.json')
  const chromium = chromiumVersionOf(electron)
  const sbom = sbomOf({ app: { name, version }, packages: readPackages(), electron, chromium })
  writeFileSync(SBOM, `${JSON.stringify(sbom, null, 2)}\n`)
}
