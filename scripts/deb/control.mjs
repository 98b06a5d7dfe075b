/**
 * What the package needs, as Debian's control file writes it: libraries that Electron links or opens, the tools for links, and the tool that
 * registers the handler of clarion: links. Ubuntu 24.04 and Debian 13 renamed some libraries to …t64.
 */
export const DEPENDS = [
  'libasound2t64 | libasound2',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libc6 (>= 2.28)',
  'libcups2t64 | libcups2',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libgtk-3-0t64 | libgtk-3-0',
  'libnotify4',
  'libnspr4',
  'libnss3',
  'libsecret-1-0',
  'libxcb1',
  'desktop-file-utils',
  'xdg-utils',
]

/** Without a keychain, users choose between entering the API key at each start and unprotected files. See docs/security.md. */
const RECOMMENDS = ['gnome-keyring | kwalletmanager']

const ARCHITECTURES = new Map([
  ['x64', 'amd64'],
  ['arm64', 'arm64'],
])

/** Debian's name of a Node architecture. Throws for one that Electron has no build for. */
export function debianArchitecture(arch) {
  const name = ARCHITECTURES.get(arch)
  if (name === undefined) throw new Error(`no .deb for the architecture ${arch}`)
  return name
}

/**
 * Debian's spelling of a semantic version: `1.2.0-beta.1` becomes `1.2.0~beta.1`, because for dpkg only `~` sorts before the end. Throws when
 * it isn't a semantic version, so that no other text reaches the control file.
 * @param {string} version
 */
export function debianVersion(version) {
  const [, release, stage] = /^(\d+\.\d+\.\d+)(?:-([0-9A-Za-z.-]+))?$/.exec(version) ?? []
  if (release === undefined) throw new Error(`${version} is not a version like 1.2.3 or 1.2.3-beta.1`)
  // A hyphen would begin Debian's own revision.
  return stage === undefined ? release : `${release}~${stage.replaceAll('-', '.')}`
}

export const debFileName = (version, arch) => `clarion_${debianVersion(version)}_${debianArchitecture(arch)}.deb`

/**
 * The control file of the package, see deb-control(5).
 * @param {{ version: string, arch: string, installedKib: number, manifest: { name: string, homepage: string,
 *   author: { name: string, email: string }, description: string } }} options `arch` as Node names it
 */
export function controlText({ version, arch, installedKib, manifest }) {
  const { name, homepage, author, description } = manifest
  return `${[
    `Package: ${name}`,
    `Version: ${debianVersion(version)}`,
    `Architecture: ${debianArchitecture(arch)}`,
    'Section: net',
    'Priority: optional',
    `Maintainer: ${author.name} <${author.email}>`,
    `Installed-Size: ${installedKib}`,
    `Depends: ${DEPENDS.join(', ')}`,
    `Recommends: ${RECOMMENDS.join(', ')}`,
    `Homepage: ${homepage}`,
    'Description: inbox for every channel',
    ` ${description}.`,
    ' SMS, email, WhatsApp, Instagram, Facebook and voice conversations are in one',
    ' list, also without a connection.',
  ].join('\n')}\n`
}
