import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fillManifest } from '../../scripts/release/winget.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const { description } = JSON.parse(read('package.json')) as { readonly description: string }
const builder = parse(read('electron-builder.yml')) as {
  readonly nsis: { readonly artifactName: string; readonly deleteAppDataOnUninstall: boolean }
  readonly publish: { readonly url: string }
  readonly win: { readonly target: readonly { readonly target: string; readonly arch: readonly string[] }[] }
}

const VERSION = '1.2.3'
const installer = (arch: string): string => `Clarion-Setup-${VERSION}-${arch}.exe`
const SUMS = new Map([
  [installer('x64'), 'a'.repeat(64)],
  [installer('arm64'), 'b'.repeat(64)],
])
const FILES = readdirSync(join(ROOT, 'resources/winget'))
type Manifest = Readonly<Record<string, unknown>>
const filled = (name: string): Manifest =>
  parse(fillManifest(read(`resources/winget/${name}`), VERSION, SUMS)) as Manifest

/** Per manifest type: the fields that winget's schema 1.10 requires, and the others that it knows and we use. */
const SCHEMA: Readonly<Record<string, { readonly required: readonly string[]; readonly known: readonly string[] }>> = {
  version: { required: ['DefaultLocale'], known: [] },
  defaultLocale: {
    required: ['PackageLocale', 'Publisher', 'PackageName', 'License', 'ShortDescription'],
    known: ['PublisherUrl', 'PackageUrl', 'Copyright', 'Moniker', 'Tags'],
  },
  installer: {
    required: ['Installers'],
    known: ['Platform', 'MinimumOSVersion', 'InstallerType', 'InstallModes', 'UpgradeBehavior', 'Protocols'],
  },
}
const COMMON = ['PackageIdentifier', 'PackageVersion', 'ManifestType', 'ManifestVersion']

describe.each(FILES)('the manifest %s', (name) => {
  const manifest = filled(name)
  const type = String(manifest['ManifestType'])

  it('has the fields of its type, and no others', () => {
    const schema = SCHEMA[type]
    expect(Object.keys(manifest)).toEqual(expect.arrayContaining([...COMMON, ...(schema?.required ?? ['a schema'])]))
    const known = [...COMMON, ...(schema?.required ?? []), ...(schema?.known ?? [])]
    expect(Object.keys(manifest).filter((field) => !known.includes(field))).toEqual([])
  })

  it('is called after the package and its type', () => {
    expect(manifest).toMatchObject({
      PackageIdentifier: 'Clarion.Clarion',
      PackageVersion: VERSION,
      ManifestVersion: '1.10.0',
    })
    const suffix = { version: '', installer: '.installer', defaultLocale: '.locale.en-US' }[type]
    expect(name).toBe(`Clarion.Clarion${suffix}.yaml`)
    expect(read(`resources/winget/${name}`)).toContain(`winget-manifest.${type}.1.10.0.schema.json`)
  })
})

it('there is one manifest of each type', () => {
  const types = FILES.map((name) => String(filled(name)['ManifestType']))
  expect(types.toSorted()).toEqual(Object.keys(SCHEMA).toSorted())
})

describe('the installers', () => {
  const manifest = filled('Clarion.Clarion.installer.yaml')
  const installers = manifest['Installers'] as readonly {
    readonly Architecture: string
    readonly Scope: string
  }[]

  it('are those that electron-builder makes, for a user and for all', () => {
    const archs = builder.win.target.find(({ target }) => target === 'nsis')?.arch ?? []
    expect(archs).toEqual(['x64', 'arm64'])
    const expected = archs.flatMap((arch) => ['user', 'machine'].map((scope) => `${arch} ${scope}`))
    expect(installers.map((entry) => `${entry.Architecture} ${entry.Scope}`)).toEqual(expected)
    for (const entry of installers) {
      const arch = entry.Architecture
      const file = builder.nsis.artifactName
        .replace('${version}', VERSION)
        .replace('${arch}', arch)
        .replace('${ext}', 'exe')
      expect(entry).toMatchObject({
        InstallerUrl: builder.publish.url + file,
        InstallerSha256: SUMS.get(file)?.toUpperCase(),
        InstallerSwitches: { Custom: entry.Scope === 'user' ? '/currentuser' : '/allusers' },
      })
    }
  })
})

it('the description is that of package.json, within the limit of 256 characters', () => {
  const text = String(filled('Clarion.Clarion.locale.en-US.yaml')['ShortDescription'])
  expect(text).toBe(description)
  expect(text.length).toBeLessThanOrEqual(256)
})

it('a checksum that the release lacks is an error', () => {
  expect(() => fillManifest('{{sha256 other.exe}}', VERSION, SUMS)).toThrow('no other.exe')
})

it('uninstalling on Windows keeps the data of users', () => {
  expect(builder.nsis.deleteAppDataOnUninstall).toBe(false)
})
