import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { composite, contrast, isInSrgb, parseOklch, toHex } from '../../../scripts/design/colours.mjs'
import { measurePairs } from '../../../scripts/design/contrast.mjs'
import { MODES, readTokens } from '../../../scripts/design/tokens.mjs'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const { names, valueOf } = readTokens(read('src/ui/tokens.css'))

describe('the tokens', () => {
  it('have the contrast of WCAG 2.2 AA, and of AAA in high contrast', () => {
    const measured = measurePairs(valueOf)
    expect(measured.length).toBeGreaterThan(200)
    const low = measured.filter(({ ratio, minimum }) => ratio < minimum)
    expect(low.map(({ front, back, mode, ratio }) => `${mode}: ${front} on ${back} is ${ratio.toFixed(2)}`)).toEqual([])
  })

  it('have a value in each mode, which sRGB has too', () => {
    const problems = names.flatMap((name) =>
      MODES.map((mode) => ({ name, mode: mode.title, value: valueOf(name, mode) })).filter(({ value }) =>
        value.startsWith('oklch(') ? !isInSrgb(parseOklch(value)) : !/^(?:\d|0 )/.test(value),
      ),
    )
    expect(names.length).toBeGreaterThan(30)
    expect(problems).toEqual([])
  })

  it('are all used', () => {
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    const code = files.filter((file) => /\.tsx?$/.test(file)).map((file) => read(`src/${file}`))
    // `--color-ink: var(--ink)` only makes a class of the token.
    const css = read('src/ui/tokens.css').replaceAll(/^ *--(?:color|shadow)-([\w-]+): var\(--\1\);$/gm, '')
    const isUsed = (name: string): boolean =>
      css.includes(`var(--${name})`) || code.some((source) => new RegExp(`-${name}(?![\\w-])`).test(source))
    const unused = names.filter((name) => !isUsed(name))
    expect(unused).toEqual([])
  })

  it('give the window the colour of its first frame', () => {
    const [, light, dark] = /CANVAS = \{ light: '(.*?)', dark: '(.*?)' \}/.exec(read('electron/window.ts')) ?? []
    const canvas = MODES.slice(0, 2).map((mode) => toHex(parseOklch(valueOf('canvas', mode))))
    expect([light, dark]).toEqual(canvas)
  })
})

describe('readTokens', () => {
  const { valueOf: valueIn } = readTokens(`
    --plain: var(--light, oklch(1 0 0)) var(--dark, oklch(0 0 0 / 0.5));
    --nested: var(--light, var(--usual, a(1)) var(--high, b(2))) var(--dark, c);
    --size: 4px;`)

  it.each([
    ['plain', 'light', 'usual', 'oklch(1 0 0)'],
    ['plain', 'dark', 'high', 'oklch(0 0 0 / 0.5)'],
    ['nested', 'light', 'usual', 'a(1)'],
    ['nested', 'light', 'high', 'b(2)'],
    ['nested', 'dark', 'usual', 'c'],
    ['nested', 'dark', 'high', 'c'],
  ] as const)('reads --%s in %s with %s contrast as %s', (name, theme, level, value) => {
    expect(valueIn(name, { theme, contrast: level })).toBe(value)
  })

  it.each(['none', 'size'])('throws for --%s, which does not exist or has one value', (name) => {
    expect(() => valueIn(name, { theme: 'light', contrast: 'usual' })).toThrow(`no --${name}`)
  })
})

describe('contrast', () => {
  const WHITE = parseOklch('oklch(1 0 0)')
  const BLACK = parseOklch('oklch(0 0 0)')

  it('is 21 between black and white, in either order, and 1 between the same', () => {
    expect(contrast(composite([WHITE]), composite([BLACK]))).toBeCloseTo(21, 3)
    expect(contrast(composite([BLACK]), composite([WHITE]))).toBeCloseTo(21, 3)
    expect(contrast(composite([WHITE]), composite([WHITE]))).toBe(1)
  })

  it('mixes a translucent layer as browsers do: half black on white is #808080', () => {
    const mixed = composite([WHITE, { ...BLACK, alpha: 0.5 }])
    // The contrast of #808080 and white.
    expect(contrast(mixed, composite([WHITE]))).toBeCloseTo(3.95, 1)
  })

  it('fails a token that is too pale', () => {
    const pale: typeof valueOf = (name, mode) => (name === 'faint' ? 'oklch(0.7 0 0)' : valueOf(name, mode))
    const low = measurePairs(pale).filter(({ ratio, minimum }) => ratio < minimum)
    expect(low.map(({ front, mode }) => `${front} ${mode}`)).toContain('faint Light')
    expect(low.every(({ front }) => front === 'faint')).toBe(true)
  })
})

describe('colours', () => {
  it.each([
    ['oklch(0.54 0.184 278)', '#5b5bd6'],
    ['oklch(0.529 0.187 25)', '#c0292f'],
    ['oklch(1 0 0)', '#ffffff'],
  ])('%s is about %s', (text, hex) => {
    const channels = (value: string) => [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16))
    const shown = channels(toHex(parseOklch(text)))
    channels(hex).forEach((channel, index) => expect(Math.abs((shown[index] ?? 0) - channel)).toBeLessThanOrEqual(1))
  })

  it('knows a colour that sRGB does not have', () => {
    expect(isInSrgb(parseOklch('oklch(0.7 0.3 150)'))).toBe(false)
    expect(isInSrgb(parseOklch('oklch(0.7 0.1 150)'))).toBe(true)
  })

  it.each(['#fff', 'oklch(50% 0 0)', 'rgb(0 0 0)', 'oklch(from red l c h)'])('refuses %s', (text) => {
    expect(() => parseOklch(text)).toThrow('not an oklch() colour')
  })
})
