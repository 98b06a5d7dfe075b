import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { TextLanguage } from '../../src/shared/language.ts'
import { comparePictures, hasReferences, IS_UPDATE, judgePicture, storedEngines } from '../support/pictures.ts'
import { openInChromium, openInElectron, type ScreenWindow } from './open-window.ts'
import { SCREENS, type Screen, type Size, USUAL } from './table.ts'
import { applyLook, replaceForeignText, type Look, takePicture } from './take.ts'

/** scripts/screens.mjs sets these. With a folder, all pictures are written into it, and none is compared. */
const FOLDER = process.env['CLARION_SCREENS_FOLDER']
const ONLY = process.env['CLARION_SCREENS_ONLY']?.split(',')
const LANGUAGES = (process.env['CLARION_SCREENS_LANGUAGES'] ?? 'en,de,es').split(',') as TextLanguage[]

const SIZES: readonly Size[] = [USUAL, { width: 1000, height: 700 }, { width: 640, height: 480 }]
const THEMES = ['light', 'dark'] as const

const CHOSEN = SCREENS.filter(({ name }) => ONLY === undefined || ONLY.includes(name))
const COMPARED = CHOSEN.filter(({ isCompared }) => isCompared !== false)

type Open = ScreenWindow & { readonly language: TextLanguage }

/** The account's window, which each of its screens begins anew. */
let open: Open | null = null

async function closeWindow(): Promise<void> {
  const closing = open
  open = null
  await closing?.close()
}

afterAll(closeWindow)

async function windowFor({ from }: Screen, language: TextLanguage): Promise<ScreenWindow> {
  if (from === 'account' && open?.language === language) {
    await open.visitor.startAgain()
    return open
  }
  await closeWindow()
  open = { ...(await openInChromium(from, language)), language }
  return open
}

/** Shows a screen in a current Chromium, and then draws it in each look. */
async function visit<T>(
  screen: Screen,
  { language, looks }: { readonly language: TextLanguage; readonly looks: readonly Look[] },
  use: (drawn: ScreenWindow, look: Look) => Promise<T>,
): Promise<readonly T[]> {
  const results: T[] = []
  try {
    const drawn = await windowFor(screen, language)
    const { page } = drawn.visitor
    await applyLook(page, screen, looks[0] ?? { size: USUAL, colorScheme: 'light' })
    await screen.show(drawn.visitor)
    for (const look of looks) {
      await applyLook(page, screen, look)
      results.push(await use(drawn, look))
    }
    return results
  } finally {
    if (results.length < looks.length || screen.from !== 'account' || screen.isLast === true) await closeWindow()
  }
}

const isSaid = new Set<string>()

/** What differs on screen from its reference; null for nothing. For an unknown engine the log says that nothing was compared. */
async function compare({ visitor: { page }, engine }: ScreenWindow, name: string): Promise<string | null> {
  await replaceForeignText(page)
  const shot = await takePicture(page)
  if (IS_UPDATE || hasReferences('screens', engine))
    return await judgePicture(page, { set: 'screens', engine, name, shot })
  if (!isSaid.has(engine)) {
    isSaid.add(engine)
    const stored = storedEngines('screens').join(', ')
    console.warn(`NOT COMPARED: no pictures of ${engine}, only of ${stored}. Screens were only drawn.`)
  }
  return null
}

/** Light and dark in turn. A screen keeps its theme when another one is added at the end. */
function lookOf(screen: Screen): Look {
  const colorScheme = THEMES[SCREENS.indexOf(screen) % 2] ?? 'light'
  return { size: screen.size ?? USUAL, colorScheme }
}

describe.runIf(FOLDER === undefined)('looks as before in a current Chromium:', () => {
  it.each(COMPARED)('$name', async (screen) => {
    const looks = [lookOf(screen)]
    const language = screen.language ?? 'en'
    expect(await visit(screen, { language, looks }, (drawn) => compare(drawn, screen.name))).toEqual([null])
  })

  it('a change is found', async () => {
    const { visitor, close } = await openInChromium('nothing', 'en')
    try {
      const { page } = visitor
      const before = (await takePicture(page)).toString('base64')
      // The page's policy refuses added styles, but not those of an element.
      await page.evaluate(() => {
        for (const button of document.querySelectorAll('button')) button.style.marginTop = '2px'
      })
      const now = (await takePicture(page)).toString('base64')
      const { share } = await page.evaluate(comparePictures, { before, now, maxDifference: 40 })
      expect(share).toBeGreaterThan(0.0005)
      expect((await page.evaluate(comparePictures, { before, now: before, maxDifference: 40 })).share).toBe(0)
    } finally {
      await close()
    }
  })
})

describe.runIf(FOLDER === undefined)('looks as before in the Electron at hand:', () => {
  it.each(COMPARED.filter(({ isInElectron }) => isInElectron))('$name', async (screen) => {
    const drawn = await openInElectron(screen.from === 'account' ? 'account' : 'nothing')
    try {
      await applyLook(drawn.visitor.page, screen, lookOf(screen))
      await screen.show(drawn.visitor)
      expect(await compare(drawn, screen.name)).toBeNull()
    } finally {
      await drawn.close()
    }
  })
})

describe.runIf(FOLDER !== undefined).each(LANGUAGES)('%s, every size and theme:', (language) => {
  it.each(CHOSEN.filter((screen) => (screen.language ?? language) === language))('$name', async (screen) => {
    const sizes = screen.size === undefined ? SIZES : [screen.size]
    const looks = sizes.flatMap((size) => THEMES.map((colorScheme) => ({ size, colorScheme })))
    const files = await visit(screen, { language, looks }, async ({ visitor: { page } }, { size, colorScheme }) => {
      const folder = join(FOLDER ?? '', language, `${size.width}-${colorScheme}`)
      const file = join(folder, `${screen.name}.png`)
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, await takePicture(page))
      return file
    })
    expect(files).toHaveLength(looks.length)
  })
})
