import { run } from './run.mjs'

/**
 * Downloads Debian packages into a folder, with what they depend on, as far as the system lacks them. Nothing is installed. Returns the reason
 * when that fails, otherwise null.
 * @param {string[]} names
 * @param {string} folder
 * @returns {Promise<string | null>}
 */
export async function downloadDebs(names, folder) {
  let missing = await listNewPackages(names)
  // A new container has no lists of packages.
  if (missing.length === 0 && process.getuid() === 0) {
    await run('apt-get', ['update', '-q'], { quiet: true })
    missing = await listNewPackages(names)
  }
  if (missing.length === 0) return 'apt-get does not know its packages'
  const { code, output } = await run('apt-get', ['download', '-q', ...missing], { cwd: folder, quiet: true })
  return code === 0 ? null : `apt-get failed: ${output.trim().split('\n').at(-1)}`
}

/** The packages that an installation would add, with what they depend on. */
async function listNewPackages(names) {
  const args = ['install', '--simulate', '--no-install-recommends', '--no-upgrade', ...names]
  const { output } = await run('apt-get', args, { quiet: true })
  return [...output.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name)
}
