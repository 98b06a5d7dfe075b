import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './paths.mjs'
import { which } from './run.mjs'
import { say } from './say.mjs'
import { unpackPackages } from './unpacked-packages.mjs'

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

/** The folders of shared libraries in a file system. */
export function libraryFolders(root) {
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
  const reason = await unpackPackages({ names: PACKAGES, folder, what: 'a keychain' })
  return reason ?? (findKeyring() === null ? 'its packages lack a program' : null)
}
