import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { downloadDebs } from './debian-packages.mjs'
import { cacheFolder } from './paths.mjs'
import { run, which } from './run.mjs'
import { say } from './say.mjs'

/** A real keychain for tests: gnome-keyring, the library by which Chromium asks it, and a message bus of their own. */
const PACKAGES = ['gnome-keyring', 'libsecret-1-0', 'dbus']
const LIBRARY = 'libsecret-1.so.0'

const folderOf = (env) => join(cacheFolder(env), 'keyring')

/**
 * The programs of a keychain: those of the system, otherwise those that `ensureKeyring` unpacked. Null when there are none. `libraries` is
 * for LD_LIBRARY_PATH.
 * @returns {{ daemon: string, bus: string, send: string, libraries: string } | null}
 */
export function findKeyring(env = process.env) {
  if (process.platform !== 'linux') return null
  return keyringIn('', env.PATH ?? '') ?? keyringIn(folderOf(env), env.PATH ?? '')
}

function keyringIn(root, path) {
  const programs = { PATH: root === '' ? path : `${join(root, 'usr', 'bin')}:${path}` }
  const [daemon, bus, send] = ['gnome-keyring-daemon', 'dbus-daemon', 'dbus-send'].map((name) => which(name, programs))
  const libraries = libraryFolders(root).filter((folder) => existsSync(join(folder, LIBRARY)))
  if (daemon === null || bus === null || send === null || libraries.length === 0) return null
  return { daemon, bus, send, libraries: root === '' ? (process.env.LD_LIBRARY_PATH ?? '') : libraries.join(':') }
}

function libraryFolders(root) {
  return ['usr/lib', 'usr/lib64', 'lib'].flatMap((name) => {
    const folder = join(root === '' ? '/' : root, name)
    if (!existsSync(folder)) return []
    return [
      folder,
      ...readdirSync(folder)
        .filter((entry) => entry.endsWith('-linux-gnu'))
        .map((entry) => join(folder, entry)),
    ]
  })
}

/**
 * Gets the keychain for the tests. Nothing is installed: the packages are unpacked into the user's cache, which needs no root. Prints why
 * the tests with a real keychain will be left out.
 */
export async function ensureKeyring() {
  if (process.platform !== 'linux' || findKeyring() !== null) return
  const reason = await unpackKeyring(folderOf(process.env))
  if (reason !== null) say(`no keychain for the tests: ${reason}. Install ${PACKAGES.join(', ')} to run them`)
}

/** Null when it is there. */
async function unpackKeyring(folder) {
  if (which('apt-get') === null || which('dpkg-deb') === null) return 'this system has no apt-get'
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), 'unpacking-'))
  try {
    say(`downloading ${PACKAGES.join(' ')} for the tests with a keychain, without installing`)
    const reason = await downloadDebs(PACKAGES, work)
    if (reason !== null) return reason
    for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) {
      const unpacked = await run('dpkg-deb', ['-x', file, 'root'], { cwd: work, quiet: true })
      if (unpacked.code !== 0) return `${file} cannot be unpacked`
    }
    rmSync(folder, { recursive: true, force: true })
    renameSync(join(work, 'root'), folder)
    return findKeyring() === null ? 'its packages lack a program' : null
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
