import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { errorFactsOf } from '../../../electron/storage/error-facts.ts'
import { makeLog, makeLogFile } from '../../../electron/storage/log.ts'
import { recordStackFrames } from '../../../src/shared/stack-frames.ts'

recordStackFrames()

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function thrownBy(work: () => void): unknown {
  try {
    return expect.fail(`it threw nothing: ${String(work())}`)
  } catch (error) {
    return error
  }
}

it('the log writes one line of JSON for each event', () => {
  const lines: string[] = []
  const log = makeLog(
    (line) => lines.push(line),
    () => 0,
  )
  log('start', { version: '1.0.0' })
  log('window-loaded')
  expect(lines).toEqual([
    '{"at":"1970-01-01T00:00:00.000Z","event":"start","version":"1.0.0"}\n',
    '{"at":"1970-01-01T00:00:00.000Z","event":"window-loaded"}\n',
  ])
})

it('the log names the source of an error without its message, which may contain customer data', () => {
  const log = makeLog(
    () => {
      throw new TypeError('unexpected value: "Call me at\n    at noon, +1 555 123"', { cause: new Error('sk_live_1') })
    },
    () => 0,
  )
  const facts = errorFactsOf(thrownBy(() => log('start')))
  expect(facts.name).toBe('TypeError')
  expect(facts.where).toMatch(/^storage\/log\.ts:\d+:\d+/)
  expect(JSON.stringify(facts)).not.toMatch(/Call me|sk_live|unexpected value/)
  expect(errorFactsOf('a string that was thrown')).toEqual({ name: 'string', where: '' })
})

it('the log file is renamed when it is full, and a new one begins', () => {
  const file = join(folder, 'logs', 'main.log')
  const write = makeLogFile(file)
  write('first\n')
  expect(readFileSync(file, 'utf8')).toBe('first\n')
  writeFileSync(file, 'x'.repeat(1_000_001))
  write('second\n')
  expect(readFileSync(file, 'utf8')).toBe('second\n')
  expect(statSync(`${file}.old`).size).toBe(1_000_001)
})

it('the log file does not throw when it cannot be written', () => {
  writeFileSync(join(folder, 'logs'), 'a file')
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  makeLogFile(join(folder, 'logs', 'main.log'))('first\n')
  expect(write).toHaveBeenCalledWith('first\n')
  write.mockRestore()
})
