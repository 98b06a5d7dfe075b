import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { libraryFolders } from './keyring.mjs'
import { findMessageBus } from './message-bus.mjs'
import { cacheFolder } from './paths.mjs'
import { say } from './say.mjs'
import { unpackPackages } from './unpacked-packages.mjs'

/** The library by which Chromium shows notifications on a Linux desktop, for tests with a desktop of their own. */
const PACKAGE = 'libnotify4'
const LIBRARY = 'libnotify.so.4'

const folderOf = (env) => join(cacheFolder(env), 'notify')

/**
 * The library and a message bus. Null when one is missing. `libraries` is for LD_LIBRARY_PATH.
 * @returns {{ bus: string, libraries: string } | null}
 */
export function findNotifyLibrary(env = process.env) {
  if (process.platform !== 'linux') return null
  const bus = findMessageBus()
  if (bus === null) return null
  if (libraryFolders('').some(hasLibrary)) return { bus, libraries: env.LD_LIBRARY_PATH ?? '' }
  const folders = libraryFolders(folderOf(env)).filter(hasLibrary)
  return folders.length === 0 ? null : { bus, libraries: folders.join(':') }
}

function hasLibrary(folder) {
  return existsSync(join(folder, LIBRARY))
}

/** Gets the library for the tests. Prints why the tests with desktop notifications will be left out. */
export async function ensureNotifyLibrary() {
  if (process.platform !== 'linux' || findNotifyLibrary() !== null) return
  const reason = await unpackPackages({
    names: [PACKAGE],
    folder: folderOf(process.env),
    what: 'desktop notifications',
  })
  if (reason !== null) say(`no desktop notifications for the tests: ${reason}. Install ${PACKAGE} to run them`)
}
