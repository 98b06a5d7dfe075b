import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { prepareLaunch } from '../../../scripts/launch.mjs'
import { launchApp } from '../../support/app.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Bounds a hang, ms; no measure of speed. */
const HANG_MS = 60_000

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-profile-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the app on a profile that it cannot use. A hook notes what the system's error box would show, which otherwise waits for a click. */
async function startOn(userDataDir: string): Promise<{ readonly code: unknown; readonly shown: string }> {
  const folder = makeFolder()
  const note = join(folder, 'shown.txt')
  const hook = join(folder, 'hook.cjs')
  writeFileSync(note, '')
  writeFileSync(
    hook,
    `const { dialog, app } = require('electron')
dialog.showErrorBox = (title, text) =>
  require('node:fs').writeFileSync(${JSON.stringify(note)}, [app.isReady(), title, text].join('\\n'))`,
  )
  const { electron, switches, env } = await prepareLaunch(() => {})
  const app = spawn(electron.executable, ['-r', hook, ROOT, ...switches, `--user-data-dir=${userDataDir}`], {
    env,
    stdio: 'ignore',
  })
  // An app that starts after all would run on.
  const bound = setTimeout(() => app.kill('SIGKILL'), HANG_MS)
  const [code] = (await once(app, 'exit')) as unknown[]
  clearTimeout(bound)
  return { code, shown: readFileSync(note, 'utf8') }
}

/** Root ignores a folder's permissions, and a read-only mount stops root too. Null where this user cannot mount. */
function mount(make: (folder: string) => void): string | null {
  const folder = makeFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
    // Before the folder is removed.
    onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
    make(folder)
    return folder
  } catch {
    return null
  }
}

function makeReadOnly(): string | null {
  if (process.getuid?.() === 0) {
    return mount((folder) => execFileSync('mount', ['-o', 'remount,ro', folder], { stdio: 'ignore' }))
  }
  const folder = makeFolder()
  chmodSync(folder, 0o500)
  return folder
}

/** Until nothing more fits on it. */
function fill(folder: string): void {
  for (let count = 0; count < 1_000; count++) {
    try {
      writeFileSync(join(folder, `fill-${count}`), new Uint8Array(4_096))
    } catch {
      return
    }
  }
}

it('app tells the reason and the path when the profile is read-only', async (test) => {
  const folder = makeReadOnly()
  if (folder === null) return test.skip('this user can make no read-only folder')
  const { code, shown } = await startOn(folder)
  expect(code).toBe(1)
  // Before the app is ready, Linux shows no box.
  expect(shown).toMatch(/^true\nClarion couldn’t start\n/)
  expect(shown).toContain(folder)
  expect(shown).toContain('read-only')
})

it('app tells the reason and the path when the disk is full', async (test) => {
  const folder = mount(fill)
  if (folder === null) return test.skip('this user cannot make a full disk')
  const { code, shown } = await startOn(folder)
  expect(code).toBe(1)
  expect(shown).toContain(folder)
  expect(shown).toContain('disk is full')
})

it('app tells the reason and the path when a file is in the place of the profile', async () => {
  const path = join(makeFolder(), 'profile')
  writeFileSync(path, 'not a folder')
  const { code, shown } = await startOn(path)
  expect(code).toBe(1)
  expect(shown).toContain(path)
  expect(shown).toContain('is not a folder')
})

it('app tells the reason and the path when the list of workspaces is a newer version’s', async () => {
  const folder = makeFolder()
  const path = join(folder, 'workspaces.json')
  writeFileSync(path, '{"v":99}')
  const { code, shown } = await startOn(folder)
  expect(code).toBe(1)
  expect(shown).toContain(path)
  expect(shown).toContain('newer version')
  expect(readFileSync(path, 'utf8')).toBe('{"v":99}')
})

it('app starts when a folder is in the place of its lock', async () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'SingletonLock'))
  const { close, page } = await launchApp({ userDataDir: folder })
  onTestFinished(close)
  await page.getByRole('button', { name: 'Connect' }).waitFor()
})
