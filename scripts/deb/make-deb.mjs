import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from '../paths.mjs'
import { run, which } from '../run.mjs'
import { Trouble } from '../say.mjs'
import { controlText, debFileName } from './control.mjs'

const RESOURCES = join(ROOT, 'resources')
const LINUX = join(RESOURCES, 'linux')
/** Where third-party packages install, by the Filesystem Hierarchy Standard. */
const APP = 'opt/Clarion'
const KIB = 1024

/**
 * Makes the .deb in the folder `out` from the unpacked app and returns its path. It needs dpkg-deb alone and no root. `compress`: dpkg-deb's
 * options; xz, because Debian 11 can't read zstd. Throws a Trouble when dpkg-deb is missing or fails.
 * @param {{ unpacked: string, out: string, version: string, arch: string, compress?: string[] }} options
 */
export async function makeDeb({ unpacked, out, version, arch, compress = ['-Zxz'] }) {
  if (which('dpkg-deb') === null) throw new Trouble('dpkg-deb is not installed')
  const stage = mkdtempSync(join(out, '.deb-'))
  try {
    stageFiles(stage, unpacked)
    stageControl(stage, { version, arch })
    const file = join(out, debFileName(version, arch))
    const args = ['--root-owner-group', ...compress, '--build', stage, file]
    const { code, output } = await run('dpkg-deb', args, { quiet: true })
    if (code !== 0) throw new Trouble(`dpkg-deb failed: ${output.trim().split('\n').at(-1)}`)
    return file
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

/** Lays out every file that the package installs, with its mode. */
function stageFiles(stage, unpacked) {
  linkTree(unpacked, join(stage, APP))
  const add = (from, to) => {
    mkdirSync(dirname(join(stage, to)), { recursive: true })
    copyFileSync(from, join(stage, to))
  }
  add(join(LINUX, 'apparmor-profile'), `${APP}/resources/apparmor-profile`)
  add(join(LINUX, 'clarion.desktop'), 'usr/share/applications/clarion.desktop')
  add(join(LINUX, 'app.clarion.inbox.metainfo.xml'), 'usr/share/metainfo/app.clarion.inbox.metainfo.xml')
  add(join(LINUX, 'debian/copyright'), 'usr/share/doc/clarion/copyright')
  add(join(RESOURCES, 'icon.svg'), 'usr/share/icons/hicolor/scalable/apps/clarion.svg')
  for (const name of readdirSync(join(RESOURCES, 'icons')))
    add(join(RESOURCES, 'icons', name), `usr/share/icons/hicolor/${name.replace('.png', '')}/apps/clarion.png`)
  const changelog = gzipSync(readFileSync(join(ROOT, 'CHANGELOG.md')), { level: 9 })
  writeFileSync(join(stage, 'usr/share/doc/clarion/changelog.gz'), changelog)
  // Says how the app was installed, as electron-builder's own packages do.
  writeFileSync(join(stage, APP, 'resources/package-type'), 'deb')
  mkdirSync(join(stage, 'usr/bin'))
  symlinkSync(`/${APP}/clarion`, join(stage, 'usr/bin/clarion'))
  setModes(stage)
  // Chromium's helper for systems without user namespaces. Where they exist, Chromium doesn't run it.
  chmodSync(join(stage, APP, 'chrome-sandbox'), 0o4755)
}

/** The umask of the build machine must not matter. Folders and programs get 0755, other files 0644. */
const modeOf = (stat) => (stat.isDirectory() || (stat.mode & 0o111) !== 0 ? 0o755 : 0o644)

function setModes(stage) {
  chmodSync(stage, 0o755)
  for (const path of listPaths(stage)) {
    const stat = lstatSync(path)
    if (!stat.isSymbolicLink() && (stat.mode & 0o7777) !== modeOf(stat)) chmodSync(path, modeOf(stat))
  }
}

/** Copies a folder. Files that keep their mode are hard links where the disk allows it, because there are 240 MB of them. */
function linkTree(from, to) {
  const canLink = (path) => {
    const stat = lstatSync(path)
    return stat.isFile() && (stat.mode & 0o7777) === modeOf(stat) && basename(path) !== 'chrome-sandbox'
  }
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter: (path) => !canLink(path) })
  for (const path of listPaths(from).filter(canLink)) {
    const copy = join(to, relative(from, path))
    try {
      linkSync(path, copy)
    } catch {
      // Another disk, or one without links.
      copyFileSync(path, copy)
    }
  }
}

const listPaths = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))

function stageControl(stage, { version, arch }) {
  const files = listPaths(stage).filter((path) => lstatSync(path).isFile())
  const bytes = files.reduce((sum, path) => sum + lstatSync(path).size, 0)
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const control = join(stage, 'DEBIAN')
  mkdirSync(control, { mode: 0o755 })
  const text = controlText({ version, arch, manifest, installedKib: Math.ceil(bytes / KIB) })
  writeFileSync(join(control, 'control'), text, { mode: 0o644 })
  const sums = files.map((path) => `${md5(path)}  ${path.slice(stage.length + 1)}\n`).sort()
  // For `dpkg --verify`.
  writeFileSync(join(control, 'md5sums'), sums.join(''), { mode: 0o644 })
  for (const name of ['postinst', 'postrm']) {
    copyFileSync(join(LINUX, 'debian', name), join(control, name))
    chmodSync(join(control, name), 0o755)
  }
}

/** Debian's format asks for MD5. It finds damage, not forgery: the checksums of a release are SHA-256. */
const md5 = (path) => createHash('md5').update(readFileSync(path)).digest('hex')
