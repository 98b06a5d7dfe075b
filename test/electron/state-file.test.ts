import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeStateFile } from '../../electron/state-file.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-state-'))
  path = join(folder, 'deeper', 'state.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const NOW = 1_700_000_000_000

it('is not there at first, then what was written', () => {
  const file = makeStateFile(path, () => NOW)
  expect(file.read()).toBeUndefined()
  file.write({ a: 1 })
  file.write({ a: 2 })
  expect(makeStateFile(path, () => NOW).read()).toEqual({ a: 2 })
})

it('is for its owner alone', () => {
  makeStateFile(path, () => NOW).write({})
  // Windows keeps no such bits; a user's folder is the user's alone there.
  expect(statSync(path).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
})

it('leaves nothing half-written beside it', () => {
  makeStateFile(path, () => NOW).write({ a: 1 })
  expect(readdirSync(join(folder, 'deeper'))).toEqual(['state.json'])
})

it('keeps the former state when a write cannot be finished', () => {
  const file = makeStateFile(path, () => NOW)
  file.write({ a: 1 })
  const ring: Record<string, unknown> = {}
  ring['ring'] = ring
  expect(() => file.write(ring)).toThrow()
  expect(file.read()).toEqual({ a: 1 })
})

it.each(['', '{"a":', 'not json', '\u0000\u0000'])('sets aside what it cannot read, and begins anew: %j', (text) => {
  const file = makeStateFile(path, () => NOW)
  file.write({})
  writeFileSync(path, text)
  expect(file.read()).toBeUndefined()
  expect(readFileSync(`${path}.unreadable-${NOW}`, 'utf8')).toBe(text)
  file.write({ a: 1 })
  expect(file.read()).toEqual({ a: 1 })
})
