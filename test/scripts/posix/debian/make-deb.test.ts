import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeDeb } from '../../../../scripts/deb/make-deb.mjs'

let root: string
let unpacked: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'clarion-make-deb-'))
  unpacked = join(root, 'unpacked')
  // As made with another umask: without rights for other users, and with too many.
  mkdirSync(join(unpacked, 'resources'), { recursive: true, mode: 0o700 })
  for (const [name, mode] of Object.entries({
    clarion: 0o700,
    'chrome-sandbox': 0o755,
    'resources/app.asar': 0o666,
    'icudtl.dat': 0o644,
  })) {
    writeFileSync(join(unpacked, name), name)
    chmodSync(join(unpacked, name), mode)
    // Packages are usually made by an ordinary user.
    if (process.getuid?.() === 0) chownSync(join(unpacked, name), 65_534, 65_534)
  }
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true })
})

const make = (): Promise<string> =>
  makeDeb({ unpacked, out: root, version: '1.2.3', arch: 'x64', compress: ['-Zgzip', '-z1'] })
const dpkgDeb = (...args: readonly string[]): string => execFileSync('dpkg-deb', args, { encoding: 'utf8' })

it('a .deb belongs to root, lets every user read it and has the sandbox helper of Chromium', async () => {
  const file = await make()
  expect(file).toBe(join(root, 'clarion_1.2.3_amd64.deb'))
  const entries = new Map(
    dpkgDeb('--contents', file)
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/))
      .map(([mode = '', owner = '', , , , path = '']) => [path, `${mode} ${owner}`]),
  )
  expect(Object.fromEntries(entries)).toMatchObject({
    './opt/Clarion/': 'drwxr-xr-x root/root',
    './opt/Clarion/clarion': '-rwxr-xr-x root/root',
    './opt/Clarion/chrome-sandbox': '-rwsr-xr-x root/root',
    './opt/Clarion/icudtl.dat': '-rw-r--r-- root/root',
    './opt/Clarion/resources/': 'drwxr-xr-x root/root',
    './opt/Clarion/resources/app.asar': '-rw-r--r-- root/root',
    './usr/bin/clarion': 'lrwxrwxrwx root/root',
    './usr/share/applications/clarion.desktop': '-rw-r--r-- root/root',
  })
  for (const access of entries.values())
    expect(access).toMatch(/^(?:drwxr-xr-x|-rw[xs]r-xr-x|-rw-r--r--|lrwxrwxrwx) root\/root$/)
  expect([...entries].filter(([, access]) => access.includes('s')).map(([path]) => path)).toEqual([
    './opt/Clarion/chrome-sandbox',
  ])
})
it('a .deb has checksums of all its files, and its scripts can run', async () => {
  const file = await make()
  dpkgDeb('--raw-extract', file, join(root, 'raw'))
  const sums = readFileSync(join(root, 'raw/DEBIAN/md5sums'), 'utf8').trim().split('\n')
  const files = readdirSync(join(root, 'raw'), { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('DEBIAN'))
    .filter((name) => name !== 'usr/bin/clarion' && statSync(join(root, 'raw', name)).isFile())
  const md5 = (name: string): string =>
    createHash('md5')
      .update(readFileSync(join(root, 'raw', name)))
      .digest('hex')
  expect(sums.toSorted()).toEqual(files.map((name) => `${md5(name)}  ${name}`).toSorted())
  for (const script of ['postinst', 'postrm'])
    expect(statSync(join(root, 'raw/DEBIAN', script)).mode & 0o777).toBe(0o755)
  // The unpacked app keeps its modes: other packages are made from it.
  expect(statSync(join(unpacked, 'chrome-sandbox')).mode & 0o7777).toBe(0o755)
  expect(statSync(join(unpacked, 'clarion')).mode & 0o7777).toBe(0o700)
})

it('a .deb is not made without dpkg-deb, and leaves nothing behind', async () => {
  vi.stubEnv('PATH', root)
  await expect(make()).rejects.toThrow('dpkg-deb is not installed')
  expect(readdirSync(root)).toEqual(['unpacked'])
})
