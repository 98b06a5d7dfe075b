import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { startSandbox } from '../../electron/sandbox/server.ts'
import { prepareLaunch } from '../../scripts/launch.mjs'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import { Person } from '../support/person.ts'
import { chooseProtection } from '../support/profile-protection.ts'
import { storedRows } from '../support/stored-rows.ts'
import { removeFolder } from '../support/remove-folder.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The process id of the page, or null while it has no process. */
function findPageProcess(userDataDir: string): number | null {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  const line = lines.find((text) => text.includes('--type=renderer') && text.includes(userDataDir))
  return line === undefined ? null : Number(/\d+/.exec(line)?.[0])
}

type Running = { readonly userDataDir: string; readonly line: FaultProxy }

/** Starts the app without Playwright's launcher, which hangs on a page that crashed. */
async function start(options: {
  readonly conversations: number
  readonly switches?: readonly string[]
}): Promise<Running> {
  const server = await startSandbox({ conversations: options.conversations, answers: false, key: 'sk_test_crash' })
  const line = await startFaultProxy(server.port)
  const userDataDir = mkdtempSync(join(tmpdir(), 'clarion-crash-'))
  chooseProtection(userDataDir)
  const { electron, switches, env } = await prepareLaunch()
  const args = [ROOT, ...switches, ...(options.switches ?? []), `--user-data-dir=${userDataDir}`]
  const app = spawn(electron.executable, args, {
    env: { ...env, CLARION_API_URL: line.url, CLARION_API_KEY: 'sk_test_crash' },
    stdio: 'ignore',
  })
  onTestFinished(async () => {
    const exited = once(app, 'exit')
    app.kill()
    await exited
    await line.close()
    await server.close()
    await removeFolder(userDataDir)
  })
  return { userDataDir, line }
}

async function killPage({ userDataDir }: Running): Promise<void> {
  const first = findPageProcess(userDataDir)
  expect(first).not.toBeNull()
  process.kill(first ?? 0, 'SIGKILL')
  await expect.poll(() => [null, first].includes(findPageProcess(userDataDir))).toBe(false)
}

// Requests to the server show that the page runs.
it('page restarts and continues to sync when its process is killed', async () => {
  const running = await start({ conversations: 5 })
  const { line } = running
  await expect.poll(() => line.requests.length).toBeGreaterThan(0)
  await killPage(running)
  const before = line.requests.length
  await expect.poll(() => line.requests.length).toBeGreaterThan(before)
})

/** Connects to the current page. Closing the browser only disconnects. */
async function connect({ userDataDir }: Running): Promise<{ readonly browser: Browser; readonly person: Person }> {
  const portFile = join(userDataDir, 'DevToolsActivePort')
  await expect.poll(() => existsSync(portFile)).toBe(true)
  const port = readFileSync(portFile, 'utf8').split('\n')[0] ?? ''
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true })
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) return expect.fail('the window has a page')
  page.setDefaultTimeout(60_000)
  return { browser, person: new Person(page) }
}

/** The view, the scroll position of the list, the conversation, the draft and the caret. */
function readWindowState(person: Person) {
  return person.page.evaluate(() => {
    const field = document.getElementById('reply')
    return {
      view: document.querySelector('nav[aria-label=Views] [aria-current=page]')?.textContent ?? null,
      listTop: document.getElementById('conversations')?.scrollTop ?? null,
      conversationId: field?.dataset['conversationId'] ?? null,
      text: field instanceof HTMLTextAreaElement ? field.value : null,
      caret: field instanceof HTMLTextAreaElement ? field.selectionStart : null,
      isWriting: document.activeElement === field,
    }
  })
}

it('page restores the view, scroll position, conversation, draft and caret when its process is killed', async () => {
  const running = await start({ conversations: 40, switches: ['--remote-debugging-port=0'] })
  const { browser, person } = await connect(running)
  await person.rows().first().waitFor()
  await person.showView('All')
  for (let row = 0; row < 5; row += 1) await person.press('j')
  // Select the next conversation that allows a reply.
  const field = person.page.locator('textarea#reply')
  while (!(await field.isVisible())) {
    await person.press('j')
    await person.thread().waitFor()
  }
  await person.press('r')
  await expect.poll(async () => (await readWindowState(person)).isWriting).toBe(true)
  await person.page.keyboard.type('A half-typed answer')
  for (let step = 0; step < 6; step += 1) await person.page.keyboard.press('ArrowLeft')
  await person.page.evaluate(() => document.getElementById('conversations')?.scrollTo({ top: 130 }))
  const before = await readWindowState(person)
  expect(before).toMatchObject({ listTop: 130, text: 'A half-typed answer', caret: 13, isWriting: true })
  expect(before.view).toMatch(/^All/)
  // The page stores its state when it is idle, and the caret after a debounce.
  await expect.poll(() => person.page.evaluate(() => sessionStorage.getItem('place'))).toMatch(/"listTop":130/)
  const storedCaret = async (): Promise<number | undefined> =>
    (await storedRows<{ readonly caret: number }>(person.page, 'drafts'))[0]?.caret
  await expect.poll(storedCaret).toBe(13)
  await browser.close()
  await killPage(running)

  const after = await connect(running)
  await expect.poll(() => readWindowState(after.person)).toEqual(before)
  await after.person.page.keyboard.type('finished ')
  await expect.poll(async () => (await readWindowState(after.person)).text).toBe('A half-typed finished answer')
  await after.browser.close()
})
