import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { downloadDebs } from './debian-packages.mjs'
import { cacheFolder } from './paths.mjs'
import { run, which } from './run.mjs'
import { say } from './say.mjs'

/**
 * Unpacks Debian packages, and those that they need and the system lacks, into a folder. Nothing is installed, so it needs no root. Returns
 * null, or why it did not work. `what` is for the message: "downloading … for the tests with …".
 * @param {{ names: string[], folder: string, what: string }} wanted
 * @returns {Promise<string | null>}
 */
export async function unpackPackages({ names, folder, what }) {
  if (which('apt-get') === null || which('dpkg-deb') === null) return 'this system has no apt-get'
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), 'unpacking-'))
  try {
    say(`downloading ${names.join(' ')} for the tests with ${what}, without installing`)
    const reason = await downloadDebs(names, work)
    if (reason !== null) return reason
    for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) {
      const unpacked = await run('dpkg-deb', ['-x', file, 'root'], { cwd: work, quiet: true })
      if (unpacked.code !== 0) return `${file} cannot be unpacked`
    }
    rmSync(folder, { recursive: true, force: true })
    renameSync(join(work, 'root'), folder)
    return null
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
