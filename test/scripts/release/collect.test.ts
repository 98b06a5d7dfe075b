import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { collect } from '../../../scripts/release/collect.mjs'
import { mergeUpdateFiles } from '../../../scripts/release/update-files.mjs'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}
const installer = (arch: string): string => `Clarion-Setup-${version}-${arch}.exe`
const update = (arch: string, of: string = version): string => `version: ${of}
files:
  - url: ${installer(arch)}
    sha512: ${arch}==
    size: 100
path: ${installer(arch)}
sha512: ${arch}==
releaseDate: '2026-11-28T00:00:00.000Z'
`

describe('mergeUpdateFiles', () => {
  it('lists the packages of all architectures, with the first as the default', () => {
    const merged = parse(mergeUpdateFiles([update('x64'), update('arm64')])) as Record<string, unknown>
    expect(merged).toEqual({
      version,
      files: ['x64', 'arm64'].map((arch) => ({ url: installer(arch), sha512: `${arch}==`, size: 100 })),
      path: installer('x64'),
      sha512: 'x64==',
      releaseDate: '2026-11-28T00:00:00.000Z',
    })
  })

  it('refuses two versions', () => {
    expect(() => mergeUpdateFiles([update('x64', '1.0.0'), update('arm64', '1.0.1')])).toThrow('1.0.0 and 1.0.1')
  })
})

describe('collect', () => {
  let root: string
  beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'clarion-release-'))))
  afterEach(() => rmSync(root, { recursive: true }))

  const put = (machine: string, files: Readonly<Record<string, string>>): void => {
    mkdirSync(join(root, 'from', machine), { recursive: true })
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'from', machine, name), text)
  }
  const run = (): readonly string[] => {
    collect(join(root, 'from'), join(root, 'to'))
    return readdirSync(join(root, 'to'))
  }
  const read = (name: string): string => readFileSync(join(root, 'to', name), 'utf8')

  it('gathers all packages with a checksum each', () => {
    for (const arch of ['x64', 'arm64'])
      put(`windows-${arch}`, {
        [installer(arch)]: arch,
        'latest.yml': update(arch),
        'sbom.cdx.json': `{ "${arch}": 1 }`,
        'third-party-licenses.txt': 'licenses',
      })
    put('linux-x64', { 'clarion_0.1.0_amd64.deb': 'deb', 'third-party-licenses.txt': 'licenses' })
    const files = run()
    expect(files).toEqual(
      expect.arrayContaining([
        ...[installer('x64'), installer('arm64'), 'latest.yml', 'clarion_0.1.0_amd64.deb', 'third-party-licenses.txt'],
        ...['windows-x64.sbom.cdx.json', 'windows-arm64.sbom.cdx.json', 'Clarion.Clarion.installer.yaml'],
      ]),
    )
    const sums = new Map(
      read('SHA256SUMS')
        .trim()
        .split('\n')
        .map((line) => line.split('  ').toReversed() as [string, string]),
    )
    expect([...sums.keys()].toSorted()).toEqual(files.filter((name) => name !== 'SHA256SUMS').toSorted())
    for (const [name, sum] of sums) expect(sum).toBe(createHash('sha256').update(read(name)).digest('hex'))
    expect(parse(read('latest.yml'))).toMatchObject({ path: installer('x64'), files: [{}, {}] })
    expect(read('Clarion.Clarion.installer.yaml')).toContain(sums.get(installer('arm64'))?.toUpperCase())
  })

  it('refuses two packages of one name', () => {
    put('windows-x64', { 'Clarion-Setup.exe': 'x64' })
    put('windows-arm64', { 'Clarion-Setup.exe': 'arm64' })
    expect(run).toThrow('two machines made Clarion-Setup.exe')
  })

  it('refuses a release without the installers that winget names', () => {
    put('linux-x64', { 'clarion_0.1.0_amd64.deb': 'deb' })
    expect(run).toThrow(`the release has no ${installer('x64')}`)
  })
})
