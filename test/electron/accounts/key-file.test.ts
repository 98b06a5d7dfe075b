import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { takeKeyFile } from '../../../electron/accounts/key-file.ts'
import { takeProvision } from '../../../electron/accounts/provision.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-key-file-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  path = join(folder, 'key')
})

function place(text: string, mode = 0o600): void {
  writeFileSync(path, text)
  chmodSync(path, mode)
}

// Windows has no mode bits, and lets only administrators and developers make links.
describe.skipIf(process.platform === 'win32')('takeKeyFile', () => {
  it.each(['sk_live_one', 'sk_live_one\n', 'sk_live_one\r\n', '  sk_live_one '])(
    'reads %j and deletes the file',
    (text) => {
      place(text)
      expect(takeKeyFile(path)).toEqual({ ok: true, text: 'sk_live_one' })
      expect(existsSync(path)).toBe(false)
    },
  )

  it.each([
    ['readable by its group', () => place('k', 0o640), /mode 0600/],
    ['readable by all', () => place('k', 0o644), /mode 0600/],
    ['writable by all', () => place('k', 0o602), /mode 0600/],
    ['missing', () => {}, /missing/],
    ['empty', () => place(''), /empty/],
    ['only a newline', () => place('\n'), /empty/],
    ['larger than 10 KB', () => place('k'.repeat(10_001)), /too large/],
    ['a folder', () => mkdirSync(path), /plain file/],
    ['a pipe', () => void execFileSync('mkfifo', ['-m', '600', path]), /plain file/],
    ['a link', () => (writeFileSync(join(folder, 'real'), 'k', { mode: 0o600 }), symlinkSync('real', path)), /a link/],
    ['a dangling link', () => symlinkSync('real', path), /a link/],
    ['a second name', () => (place('k'), linkSync(path, join(folder, 'other'))), /one name/],
  ])('refuses a file that is %s, and leaves it', (_, prepare, why) => {
    prepare()
    const there = existsSync(path)
    const taken = takeKeyFile(path)
    expect(taken.ok ? '' : taken.why).toMatch(why)
    expect(existsSync(path)).toBe(there)
  })

  it('refuses a file of another user', () => {
    place('k')
    expect(takeKeyFile(path, 12_345)).toMatchObject({ ok: false })
  })
})

describe.skipIf(process.platform === 'win32')('takeProvision with a key file', () => {
  const url = 'https://api.example.com'

  it('uses the key in the file and keeps neither in the environment', () => {
    place('sk_live_one\n')
    const env: Record<string, string | undefined> = { CLARION_API_URL: url, CLARION_API_KEY_FILE: path }
    expect(takeProvision(env)).toEqual({ ask: 'account', account: { baseUrl: url, apiKey: 'sk_live_one' } })
    expect(env).toEqual({ CLARION_API_URL: url })
  })

  it('gives a reason without the key', () => {
    const give = (env: Record<string, string>) => takeProvision({ CLARION_API_URL: url, ...env })
    expect(give({ CLARION_API_KEY_FILE: path })).toMatchObject({
      ask: 'impossible',
      why: /^CLARION_API_KEY_FILE names/,
    })
    place('two words')
    expect(JSON.stringify(give({ CLARION_API_KEY_FILE: path }))).toMatch(/not a valid API key/)
    place('k')
    const both = give({ CLARION_API_KEY_FILE: path, CLARION_API_KEY: 'x' })
    expect(both).toMatchObject({ ask: 'impossible' })
    expect(existsSync(path)).toBe(true)
  })
})
