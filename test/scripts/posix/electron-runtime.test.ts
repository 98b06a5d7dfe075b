import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FALLBACK_VERSION } from '../../../scripts/electron.mjs'
import { ensureElectron } from '../../../scripts/electron-runtime.mjs'

let root: string
const say = vi.spyOn(console, 'log')
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'clarion-fallback-'))
  writeFileSync(join(root, 'npm.js'), 'console.error("no network"); process.exit(1)')
  vi.stubEnv('XDG_CACHE_HOME', join(root, 'cache'))
  vi.stubEnv('CLARION_ELECTRON', 'fallback')
  vi.stubEnv('npm_execpath', join(root, 'npm.js'))
  say.mockReset().mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true })
})

it('setup does not go on with a changed fallback that it cannot install again', async () => {
  const shim = join(root, 'cache/clarion', `electron-${FALLBACK_VERSION}`, 'resources/app/main.js')
  mkdirSync(dirname(shim), { recursive: true })
  writeFileSync(join(dirname(shim), '../../electron'), 'another program')
  writeFileSync(join(root, 'precious'), 'precious')
  symlinkSync(join(root, 'precious'), shim)
  await expect(ensureElectron()).rejects.toThrow("couldn't download")
  expect(say.mock.calls.flat().join('\n')).toMatch(/was changed \(.+\), so it is installed again/)
  expect(readFileSync(join(root, 'precious'), 'utf8')).toBe('precious')
})

describe('the official Electron', () => {
  const VERSION = '45.4.1'
  const installWith = (installer: string): Promise<unknown> => {
    const folder = join(root, 'node_modules/electron')
    mkdirSync(folder, { recursive: true })
    const manifest = { version: VERSION, engines: { node: '>= 99.0.0' } }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    writeFileSync(join(folder, 'install.js'), installer)
    vi.stubEnv('CLARION_ELECTRON', 'official')
    return ensureElectron(root)
  }

  it('is downloaded by its own installer, because its package has no install script', async () => {
    const found = await installWith(`
      const fs = require('fs')
      process.chdir(__dirname)
      fs.mkdirSync('dist')
      fs.writeFileSync('dist/version', '${VERSION}')
      fs.writeFileSync('dist/electron', '')
      fs.writeFileSync('path.txt', 'electron')`)
    expect(found).toMatchObject({ version: VERSION, isFallback: false })
  })

  it('is not taken for installed when the installer ends without it', async () => {
    await expect(installWith('')).rejects.toThrow(`couldn't download Electron ${VERSION}`)
  })

  it('says why its installer failed, and that its Node is too old', async () => {
    const failing = installWith('throw new Error("no route to host")')
    await expect(failing).rejects.toThrow(/no route to host; its installer asks for Node 99\.0\.0 or newer/)
  })
})

/** Since version 42. If one appears again, setup must know: it installs every package without its scripts. */
it("Electron's package has an installer and no install script", () => {
  const { scripts, bin } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as {
    readonly scripts?: Readonly<Record<string, string>>
    readonly bin: Readonly<Record<string, string>>
  }
  expect(Object.keys(scripts ?? {}).filter((name) => name.includes('install'))).toEqual([])
  expect(bin['install-electron']).toBe('install.js')
})
