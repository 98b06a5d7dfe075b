import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  FALLBACK_VERSION,
  findElectron,
  wantedVersion,
  wasRefusedToday,
  whyNodeIsTooOld,
} from '../../scripts/electron.mjs'
import { chromiumVersionOf } from '../../scripts/legal/write-legal.mjs'

/** Major versions with security fixes, newest first. Electron supports three. Add a new one with each update, every eight weeks. */
const SUPPORTED_MAJORS = [45, 44, 43]

it('the shipped Electron is a supported version', () => {
  expect(SUPPORTED_MAJORS).toContain(Number(wantedVersion().split('.')[0]))
})

it('the parts list of a package can name the Chromium of both versions', () => {
  expect(chromiumVersionOf(FALLBACK_VERSION)).toMatch(/^114\./)
  expect(chromiumVersionOf(wantedVersion())).toMatch(/^\d+(\.\d+){3}$/)
  expect(() => chromiumVersionOf('1000.0.0')).toThrow('Update it')
})

describe('findElectron', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'clarion-electron-'))
    write('node_modules/electron/package.json', '{ "version": "45.4.1" }')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const installOfficial = (version: string): void => {
    write('node_modules/electron/path.txt', 'electron')
    write('node_modules/electron/dist/version', version)
    write('node_modules/electron/dist/electron', '')
  }
  const installFallback = (): void => write(`cache/clarion/electron-${FALLBACK_VERSION}/electron`, '')
  const found = (choice?: string): string | undefined =>
    findElectron({ root, env: { XDG_CACHE_HOME: join(root, 'cache'), CLARION_ELECTRON: choice } })?.version

  it('finds none before setup', () => {
    expect(found()).toBeUndefined()
  })

  it('prefers the official one and gives the fallback on request', () => {
    installOfficial('45.4.1')
    installFallback()
    expect([found(), found('official'), found('fallback')]).toEqual(['45.4.1', '45.4.1', FALLBACK_VERSION])
  })

  it('gives the fallback when it is the only one, unless the official one is required', () => {
    installFallback()
    expect([found(), found('official'), found('fallback')]).toEqual([FALLBACK_VERSION, undefined, FALLBACK_VERSION])
  })

  it('ignores an official one whose version differs from the lock file', () => {
    installOfficial('44.0.0')
    installFallback()
    expect(found()).toBe(FALLBACK_VERSION)
  })
})

describe('whyNodeIsTooOld', () => {
  it.each([
    ['22.12.0', '>= 22.12.0', false],
    ['22.11.9', '>= 22.12.0', true],
    ['20.20.2', '>=22.12.0', true],
    ['24.0.0', '>= 22.12.0', false],
    ['9.0.0', '>= 22.12.0', true],
    // Unknown forms explain nothing.
    ['20.20.2', undefined, false],
    ['20.20.2', '^22.12.0 || >= 24', false],
  ])('of Node %s for the range %s', (node, range, isTooOld) => {
    expect(whyNodeIsTooOld(node, range)).toEqual(
      isTooOld ? `its installer asks for Node 22.12.0 or newer, and this is ${node}` : null,
    )
  })
})

describe('wasRefusedToday', () => {
  const now = Date.UTC(2026, 10, 27, 12)
  const hours = (count: number): number => count * 3_600_000
  it.each([
    [{ version: '45.4.1', at: now }, true],
    [{ version: '45.4.1', at: now - hours(23) }, true],
    [{ version: '45.4.1', at: now - hours(24) }, false],
    [{ version: '45.4.1', at: now + hours(1) }, false],
    [{ version: '45.4.0', at: now }, false],
    [{ version: '45.4.1' }, false],
  ])('of %j is %s', (note, expected) => {
    expect(wasRefusedToday(JSON.stringify(note), '45.4.1', now)).toBe(expected)
  })

  it.each(['45.4.1', '', 'null', '{"version":'])('of the unusable note %j is false', (note) => {
    expect(wasRefusedToday(note, '45.4.1', now)).toBe(false)
  })
})
