import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './paths.mjs'
import { run, which } from './run.mjs'
import { say } from './say.mjs'

/**
 * Unpacks Debian packages, and those that they need and the system lacks, into a folder. Nothing is installed, so it needs no root. Returns
 * null, or why it did not work. `what` is for the message: "downloading … for the tests with …".
 * @param {{ names: readonly string[], folder: string, what: string }} wanted
 * @returns {Promise<string | null>}
 */
export async function unpackPackages({ names: wanted, folder, what }) {
  if (which('apt-get') === null || which('dpkg-deb') === null) return 'this system has no apt-get'
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), 'unpacking-'))
  try {
    let names = await missingPackages(wanted)
    // A new container has no lists of packages.
    if (names.length === 0 && process.getuid() === 0) {
      await run('apt-get', ['update', '-q'], { quiet: true })
      names = await missingPackages(wanted)
    }
    if (names.length === 0) return 'apt-get does not know its packages'
    say(`downloading ${names.join(' ')} for the tests with ${what}, without installing`)
    const { code, output } = await run('apt-get', ['download', '-q', ...names], { cwd: work, quiet: true })
    if (code !== 0) return `apt-get failed: ${output.trim().split('\n').at(-1)}`
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

/** The packages that an installation would add, with what they depend on. */
async function missingPackages(wanted) {
  const args = ['install', '--simulate', '--no-install-recommends', '--no-upgrade', ...wanted]
  const { output } = await run('apt-get', args, { quiet: true })
  return [...output.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name)
}
