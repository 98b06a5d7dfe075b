import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
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
