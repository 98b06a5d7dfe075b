import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { downloadDebs } from '../debian-packages.mjs'
import { canMount } from '../mounts.mjs'
import { cacheFolder } from '../paths.mjs'
import { which } from '../run.mjs'
import { say } from '../say.mjs'
import { DEPENDS } from './control.mjs'

/**
 * A shell script for `unshare --mount`: lays a writable layer, kept in the folder $1, over the folders that dpkg writes to. Only this process
 * and those that enter its namespace see the layers, and they end with it. The system's own files and dpkg's database stay as they are. On a
 * disk that can't hold a layer, such as a container's, the layers are in memory.
 */
export const LAYERS = `
set -e
layer() {
  mkdir -p "$1$2/upper" "$1$2/work"
  mount -t overlay overlay -o "lowerdir=$2,upperdir=$1$2/upper,workdir=$1$2/work" "$2"
}
if ! (layer "$1" /opt) 2> /dev/null; then
  mount -t tmpfs tmpfs "$1"
  layer "$1" /opt
fi
for folder in /usr /etc /var; do layer "$1" "$folder"; done
`

/** The reason why the tests that install the .deb cannot run here; null when they can. */
export function whyNoPrivateSystem() {
  if (process.platform !== 'linux' || which('dpkg') === null) return 'this system has no dpkg'
  if (process.getuid?.() !== 0) return 'they need root'
  if (!canMount() || which('unshare') === null || which('nsenter') === null || which('setpriv') === null)
    return 'this user cannot mount file systems'
  return canLayer() ? null : 'this system cannot lay a file system over another'
}

function canLayer() {
  const folder = makeLayerFolder()
  try {
    return spawnSync('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', LAYERS, 'sh', folder]).status === 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A folder for the layers. It must be outside the folders that get one. */
export const makeLayerFolder = () => mkdtempSync(join(tmpdir(), 'clarion-layers-'))

/** Where `ensureDependencies` keeps the .deb files that the private system needs and this system lacks. */
const dependenciesFolder = () => join(cacheFolder(), 'deb-dependencies')

/** The .deb files to install first. */
export function listDependencies() {
  const folder = dependenciesFolder()
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
}

const isInstalled = (name) =>
  spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' }).stdout === 'install ok installed'

/** The alternatives of each dependency without an installed one, and the validator of AppStream data. */
function listMissing() {
  const entries = [...DEPENDS, 'appstream'].map((entry) =>
    entry.split('|').map((name) => name.replace(/\(.*\)/, '').trim()),
  )
  return entries.filter((names) => !names.some(isInstalled))
}

/**
 * Downloads what the .deb depends on and this system lacks, for its tests. Nothing is installed. Prints what the tests then don't show, when
 * that fails.
 */
export async function ensureDependencies() {
  if (whyNoPrivateSystem() !== null) return
  const missing = listMissing()
  const files = listDependencies().map((file) => basename(file))
  const isThere = (names) => names.some((name) => files.some((file) => file.startsWith(`${name}_`)))
  if (missing.every(isThere)) return
  const names = missing.map((alternatives) => alternatives.at(-1))
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), 'unpacking-'))
  try {
    // apt's own user must be able to write into it.
    chmodSync(work, 0o755)
    say(`downloading ${names.join(' ')} for the test of the .deb, without installing`)
    const reason = which('apt-get') === null ? 'there is no apt-get' : await downloadDebs(names, work)
    if (reason !== null) return say(`the test of the .deb will ignore what it depends on: ${reason}`)
    rmSync(dependenciesFolder(), { recursive: true, force: true })
    renameSync(work, dependenciesFolder())
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
