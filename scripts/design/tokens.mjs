/**
 * @typedef {{ theme: 'light' | 'dark', contrast: 'usual' | 'high' }} Mode
 * @typedef {(name: string, mode: Mode) => string} Tokens the value of `--name` in a mode
 */

/** @type {readonly (Mode & { title: string })[]} */
export const MODES = [
  { title: 'Light', theme: 'light', contrast: 'usual' },
  { title: 'Dark', theme: 'dark', contrast: 'usual' },
  { title: 'Light, high contrast', theme: 'light', contrast: 'high' },
  { title: 'Dark, high contrast', theme: 'dark', contrast: 'high' },
]

/** The custom properties that switch a value on or off, see tokens.css. */
const SWITCHES = ['light', 'dark', 'usual', 'high']

/**
 * Reads the tokens of src/ui/tokens.css that have a value for each mode.
 * @param {string} css @returns {{ names: readonly string[], valueOf: Tokens }}
 */
export function readTokens(css) {
  const declarations = [...css.matchAll(/^\s*--([\w-]+):\s*(var\(--light,[^;]*);/gm)]
  const values = new Map(declarations.map(([, name, value]) => [name, value.replace(/\s+/g, ' ')]))
  return {
    names: [...values.keys()],
    valueOf(name, { theme, contrast }) {
      const value = values.get(name)
      if (value === undefined) throw new Error(`tokens.css has no --${name}`)
      return resolve(value, [theme, contrast])
    },
  }
}

/** Replaces each `var(--light, …)` by its value when that switch is on, and by nothing when it is off. */
function resolve(value, on) {
  const start = SWITCHES.map((name) => value.indexOf(`var(--${name},`)).filter((index) => index >= 0)
  if (start.length === 0) return value.trim()
  const from = Math.min(...start)
  const to = closingOf(value, from + 'var'.length)
  const [, name, inner] = /^var\(--(\w+),(.*)\)$/.exec(value.slice(from, to + 1)) ?? []
  const kept = on.includes(name) ? inner : ''
  return resolve(`${value.slice(0, from)}${kept}${value.slice(to + 1)}`, on)
}

/** The index of the parenthesis that closes the one at `open`. */
function closingOf(text, open) {
  let depth = 0
  for (let index = open; index < text.length; index++) {
    if (text[index] === '(') depth += 1
    if (text[index] === ')') depth -= 1
    if (depth === 0) return index
  }
  throw new Error(`a parenthesis is not closed: ${text}`)
}
