import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { GALLERY, GALLERY_CONFIG } from '../../scripts/design/gallery-config.mjs'
import { invariant } from '../../src/shared/failure.ts'
import { addressOf, HEIGHTS, LOOKS, type Look, type Part, WIDTH } from '../gallery/parts.ts'
import { launchApp } from '../support/app.ts'
import { comparePictures, hasReferences, IS_UPDATE, judgePicture, storedEngines } from '../support/pictures.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { SAME_PIXELS } from '../support/same-pixels.ts'

const RENDERER = fileURLToPath(new URL('../../out/renderer/assets', import.meta.url))

let server: PreviewServer
let address: string

beforeAll(async () => {
  await build(GALLERY_CONFIG)
  server = await preview({ ...GALLERY_CONFIG, preview: { port: 0, host: '127.0.0.1' } })
  address = server.resolvedUrls?.local[0] ?? ''
})
afterAll(() => server.close())

type Shot = { readonly part: Part; readonly look: Look; readonly forced?: boolean }

const everywhere = (part: Part, names: readonly string[]): readonly Shot[] =>
  LOOKS.filter(({ name }) => names.includes(name)).map((look) => ({ part, look }))
/** The old engine draws the same classes: the parts that differ most are enough. */
const IN_ELECTRON: readonly Shot[] = [
  ...everywhere('controls', ['light', 'dark']),
  ...everywhere('content', ['light']),
  ...everywhere('menu', ['dark']),
]
const IN_CHROMIUM: readonly Shot[] = [
  ...everywhere('controls', ['light', 'dark', 'light-high', 'dark-high', 'light-rtl']),
  ...everywhere('content', ['light', 'dark', 'dark-high']),
  ...everywhere('menu', ['dark', 'light-rtl']),
  ...everywhere('dialog', ['light']),
  ...everywhere('controls', ['light']).map((shot) => ({ ...shot, forced: true })),
]

/** Draws each part and returns what differs from its reference. */
async function drawAll(page: Page, engine: string, shots: readonly Shot[]): Promise<readonly string[]> {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`${engine}: ${error.message}`))
  const isKnown = IS_UPDATE || hasReferences('gallery', engine)
  for (const { part, look, forced = false } of shots) {
    await page.setViewportSize({ width: WIDTH, height: HEIGHTS[part] })
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: forced ? 'active' : 'none' })
    await page.goto(`${address}${addressOf(part, look)}&test=yes`)
    await page.waitForFunction((wanted) => document.documentElement.dataset['drawn'] === wanted, part)
    const shot = await page.screenshot({ scale: 'css' })
    const name = `${part}-${look.name}${forced ? '-forced' : ''}`
    const problem = isKnown ? await judgePicture(page, { set: 'gallery', engine, name, shot }) : null
    if (problem !== null) problems.push(problem)
  }
  // Not a silent pass: the log says that nothing was compared.
  if (!isKnown)
    console.warn(
      `NOT COMPARED: no pictures of ${engine}, only of ${storedEngines('gallery').join(', ')}. Parts were only drawn.`,
    )
  return problems
}

it('the components look as before in a current Chromium', async () => {
  const executablePath = findChromium()
  invariant(executablePath !== null, 'setup installs a Chromium for the tests, or says how to')
  const args = ['--no-sandbox', '--disable-gpu', ...SAME_PIXELS.args]
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...SAME_PIXELS.env } })
  try {
    const page = await browser.newPage({ deviceScaleFactor: 1 })
    const engine = `${process.platform}-chromium-${browser.version().split('.')[0]}`
    expect(await drawAll(page, engine, IN_CHROMIUM)).toEqual([])
    await expectComparison(page)
  } finally {
    await browser.close()
  }
})

it('the components look as before in the Electron at hand', async () => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'clarion-gallery-'))
  const folder = fileURLToPath(new URL('../gallery/window', import.meta.url))
  const { app, page, close } = await launchApp({ userDataDir, folder, ...SAME_PIXELS })
  try {
    const version = await app.evaluate(() => process.versions.electron)
    expect(await drawAll(page, `${process.platform}-electron-${version?.split('.')[0]}`, IN_ELECTRON)).toEqual([])
  } finally {
    await close()
    await removeFolder(userDataDir)
  }
})

it('nothing of the gallery is in the files of the app', () => {
  const marks = (folder: string): readonly string[] =>
    readdirSync(folder).filter(
      (name) => /\.(?:js|css)$/.test(name) && readFileSync(join(folder, name), 'utf8').includes('data-forced'),
    )
  expect(marks(join(GALLERY, 'assets'))).not.toEqual([])
  expect(marks(RENDERER)).toEqual([])
})

/** A comparison that finds nothing would find nothing ever. */
async function expectComparison(page: Page): Promise<void> {
  const shot = await page.screenshot({ scale: 'css' })
  await page.addStyleTag({ content: 'button { border-radius: 0 !important }' })
  const changed = await page.screenshot({ scale: 'css' })
  const given = { before: shot.toString('base64'), now: changed.toString('base64'), maxDifference: 40 }
  const { share } = await page.evaluate(comparePictures, given)
  expect(share).toBeGreaterThan(0.0005)
  expect((await page.evaluate(comparePictures, { ...given, now: given.before })).share).toBe(0)
}
