import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openUpdater } from '../../../electron/updates/electron-updater.ts'
import { UPDATE_LIMITS } from '../../../electron/updates/update-http.ts'
import { updateFailureOf } from '../../../electron/updates/update-problem.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { description, send, startUpdateServer } from '../../support/update-server.ts'

/** The real electron-updater, as an AppImage has it, against a server on this computer. */

const OLD = 'the old version'
const FILE = Buffer.alloc(300_000, 'the new version. ')
const IMAGE_PATH = '/Clarion-2.0.0.AppImage'
const FEED_PATH = '/latest-linux.yml'

function begin(feed: string, limits = UPDATE_LIMITS) {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-update-'))
  const image = join(folder, 'Clarion.AppImage')
  writeFileSync(image, OLD, { mode: 0o755 })
  // electron-updater reads it itself, and picks the feed's file by platform.
  vi.stubEnv('APPIMAGE', image)
  vi.stubEnv('TEST_UPDATER_ARCH', 'x64')
  const platform = Object.getOwnPropertyDescriptor(process, 'platform')
  Object.defineProperty(process, 'platform', { value: 'linux', configurable: true })
  onTestFinished(() => {
    vi.unstubAllEnvs()
    if (platform !== undefined) Object.defineProperty(process, 'platform', platform)
    return removeFolder(folder)
  })
  const relaunch = vi.fn()
  const options = { way: 'app-image', feed, version: '1.5.0', image, relaunch, limits, fetch } as const
  const updater = openUpdater({ ...options, profile: join(folder, 'profile'), cacheFolder: join(folder, 'cache') })
  /** Everything that is not the image, the profile or a folder. */
  const leftovers = (): readonly string[] =>
    [folder, join(folder, 'cache/clarion-updater'), join(folder, 'cache/clarion-updater/pending')]
      .filter((path) => existsSync(path))
      .flatMap((path) => readdirSync(path, { withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name !== 'Clarion.AppImage')
      .map(({ name }) => name)
  /** How it ended: the problem, or what is there. */
  async function run(): Promise<string> {
    try {
      const found = await updater.check('stable')
      if (found === null) return 'current'
      await updater.download(() => {})
      return 'ready'
    } catch (error) {
      return updateFailureOf(error).problem
    }
  }
  return { folder, image, updater, relaunch, leftovers, run }
}

const good = { [FEED_PATH]: send(description(FILE)), [IMAGE_PATH]: send(FILE) }

it('a good update changes nothing until it is installed, and then replaces the file by one rename', async () => {
  const server = await startUpdateServer(good)
  const { image, updater, run, relaunch } = begin(server.url)
  expect(await updater.check('stable')).toEqual({ version: '2.0.0', notes: 'New: faster' })
  const percents: number[] = []
  await updater.download((percent) => percents.push(percent))
  expect(readFileSync(image, 'utf8')).toBe(OLD)
  updater.install(false)
  expect(readFileSync(image).equals(FILE)).toBe(true)
  expect(statSync(image).mode & 0o777).toBe(0o755)
  expect(relaunch).not.toHaveBeenCalled()
  expect(server.requests).toEqual([`GET ${FEED_PATH}`, `GET ${IMAGE_PATH}`])
  // From its own folder, after it was compared again.
  expect(await run()).toBe('ready')
  updater.install(true)
  expect(relaunch).toHaveBeenCalledOnce()
})

it('requests carry no id, no key, no cookie and no version', async () => {
  const server = await startUpdateServer(good)
  await begin(server.url).run()
  for (const headers of server.headers)
    expect(Object.keys(headers).toSorted()).toEqual([
      ...['accept', 'accept-encoding', 'accept-language', 'cache-control', 'connection', 'host'],
      ...['sec-fetch-mode', 'user-agent'],
    ])
  expect(server.headers.map((headers) => headers['user-agent'])).toEqual(['Clarion', 'Clarion'])
})

it('the beta channel has its own description', async () => {
  const server = await startUpdateServer({ '/beta-linux.yml': send(description(FILE, { version: '2.1.0-beta.1' })) })
  expect(await begin(server.url).updater.check('beta')).toMatchObject({ version: '2.1.0-beta.1' })
})

const forged = description(FILE, { sha512: Buffer.alloc(64, 1).toString('base64') })
const short = FILE.subarray(0, 100_000)
const small = { ...UPDATE_LIMITS, idleMs: 150, descriptionMs: 400, file: 200_000, description: 5_000 }

it.each<[string, Parameters<typeof startUpdateServer>[0], string]>([
  ['a forged checksum', { ...good, [FEED_PATH]: send(forged) }, 'damaged'],
  ['other bytes', { ...good, [IMAGE_PATH]: send(Buffer.alloc(FILE.length, 'evil')) }, 'damaged'],
  ['half a file that ends well', { ...good, [IMAGE_PATH]: send(short) }, 'damaged'],
  [
    'half a file and a broken connection',
    {
      ...good,
      [IMAGE_PATH]: (response) => {
        response.writeHead(200, { 'content-length': FILE.length })
        response.write(short, () => response.destroy())
      },
    },
    'offline',
  ],
  ['no checksum', { ...good, [FEED_PATH]: send(description(FILE, { sha512: '' })) }, 'no-description'],
  ['an older version', { [FEED_PATH]: send(description(FILE, { version: '1.4.9' })) }, 'current'],
  ['the same version', { [FEED_PATH]: send(description(FILE, { version: '1.5.0' })) }, 'current'],
  ['no version', { [FEED_PATH]: send(description(FILE, { version: 'latest' })) }, 'no-description'],
  ['a web page', { [FEED_PATH]: send('<!doctype html><html><body>Sign in</body></html>') }, 'no-description'],
  ['an empty answer', { [FEED_PATH]: send('') }, 'no-description'],
  ['bytes', { [FEED_PATH]: send(Buffer.from([0, 1, 2, 255, 254])) }, 'no-description'],
  ['no description', {}, 'not-found'],
  ['no file', { [FEED_PATH]: send(description(FILE)) }, 'not-found'],
  [
    'an error',
    {
      [FEED_PATH]: (response) => {
        response.writeHead(503)
        response.end('busy')
      },
    },
    'server',
  ],
  [
    'a file on another server',
    { [FEED_PATH]: send(description(FILE, { url: 'https://evil.example/C.AppImage' })) },
    'other-server',
  ],
  [
    'a redirect to another server',
    {
      [FEED_PATH]: (response) => {
        response.writeHead(302, { location: 'https://evil.example/latest-linux.yml' })
        response.end()
      },
    },
    'other-server',
  ],
  [
    'a redirect of the file to another port',
    {
      ...good,
      [IMAGE_PATH]: (response) => {
        response.writeHead(302, { location: 'http://127.0.0.1:9/C.AppImage' })
        response.end()
      },
    },
    'other-server',
  ],
  [
    'a circle of redirects',
    {
      [FEED_PATH]: (response) => {
        response.writeHead(302, { location: FEED_PATH })
        response.end()
      },
    },
    'server',
  ],
])('the old version stays when the server sends %s', async (_name, answers, outcome) => {
  const { url } = await startUpdateServer(answers)
  const { image, run, leftovers } = begin(url)
  expect(await run()).toBe(outcome)
  expect(readFileSync(image, 'utf8')).toBe(OLD)
  expect(leftovers()).toEqual([])
})

it.each<[string, Parameters<typeof startUpdateServer>[0], string]>([
  ['a file that is too large', good, 'too-large'],
  [
    'a file that is too large and has no length',
    {
      ...good,
      [IMAGE_PATH]: (response) => {
        response.write(FILE)
      },
    },
    'too-large',
  ],
  [
    'a length that is too large, and then nothing',
    {
      ...good,
      [IMAGE_PATH]: (response) => {
        response.writeHead(200, { 'content-length': 10_000_000 })
        response.write('x')
      },
    },
    'too-large',
  ],
  ['a description that is too large', { [FEED_PATH]: send(description(FILE).repeat(50)) }, 'too-large'],
  ['nothing', { [FEED_PATH]: () => {} }, 'timeout'],
  ['nothing after the start of a file', { ...good, [IMAGE_PATH]: (response) => void response.write('x') }, 'timeout'],
  [
    'a description drop by drop',
    {
      [FEED_PATH]: (response) => {
        const timer = setInterval(() => response.write(' '), 50)
        response.on('close', () => clearInterval(timer))
      },
    },
    'timeout',
  ],
])('the old version stays when the server sends %s (small limits)', async (_name, answers, outcome) => {
  const { url } = await startUpdateServer(answers)
  const { image, run, leftovers } = begin(url, small)
  expect(await run()).toBe(outcome)
  expect(readFileSync(image, 'utf8')).toBe(OLD)
  expect(leftovers()).toEqual([])
})

it('the old version stays without a network', async () => {
  const { port } = new URL((await startUpdateServer({})).url)
  // A port that nobody listens on, next to one that somebody does.
  const { image, run } = begin(`http://127.0.0.1:${Number(port) === 65_535 ? 65_534 : Number(port) + 1}/`)
  expect(await run()).toBe('offline')
  expect(readFileSync(image, 'utf8')).toBe(OLD)
})

it('a version that was given up is not there any more', async () => {
  const { url } = await startUpdateServer(good)
  const { image, updater, run, leftovers, folder } = begin(url)
  expect(await run()).toBe('ready')
  expect(leftovers()).toContain('.Clarion.AppImage.update')
  await updater.drop()
  expect(readdirSync(folder)).not.toContain('.Clarion.AppImage.update')
  expect(() => updater.install(false)).toThrow(/ENOENT/)
  expect(readFileSync(image, 'utf8')).toBe(OLD)
})

it('what an update left that was never installed is removed at the next start', async () => {
  const { url } = await startUpdateServer(good)
  const first = begin(url)
  await first.run()
  const staged = join(first.folder, '.Clarion.AppImage.update')
  expect(existsSync(staged)).toBe(true)
  const options = {
    way: 'app-image',
    feed: url,
    version: '1.5.0',
    image: first.image,
    relaunch: () => {},
    fetch,
  } as const
  openUpdater({ ...options, profile: first.folder, cacheFolder: first.folder })
  expect(existsSync(staged)).toBe(false)
})
