/**
 * A colour of the tokens. `l` from 0 to 1, `c` from 0 to about 0.4, `h` in degrees, `alpha` from 0 to 1.
 * @typedef {{ l: number, c: number, h: number, alpha: number }} Oklch
 * @typedef {readonly [red: number, green: number, blue: number]} Linear linear sRGB, from 0 to 1 inside its gamut
 */

/**
 * Reads `oklch(0.54 0.184 278)` and `oklch(0.2 0.02 285 / 0.05)`, the two forms that tokens.css has.
 * @param {string} text @returns {Oklch}
 */
export function parseOklch(text) {
  const found = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/.exec(text.trim())
  if (found === null) throw new Error(`not an oklch() colour: ${text}`)
  const [l, c, h, alpha] = found.slice(1).map((part) => (part === undefined ? 1 : Number(part)))
  return { l, c, h, alpha }
}

/** @param {Oklch} colour @returns {Linear} https://bottosson.github.io/posts/oklab/ */
export function toLinear({ l, c, h }) {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

const clip = (value) => Math.min(1, Math.max(0, value))
/** The value of a channel as screens get it, from 0 to 1. */
const encode = (value) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)
const decode = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** Whether sRGB has the colour: outside, each screen shows another one. @param {Oklch} colour */
export function isInSrgb(colour) {
  return toLinear(colour).every((value) => value > -0.002 && value < 1.002)
}

/** @param {Oklch} colour @returns {string} `#rrggbb`, without its alpha */
export function toHex(colour) {
  const bytes = toLinear(colour).map((value) => Math.round(encode(clip(value)) * 255))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/**
 * The colour that a user sees where `colours` lie on each other, the first at the bottom. Browsers mix encoded values.
 * @param {readonly Oklch[]} colours @returns {Linear}
 */
export function composite(colours) {
  const [bottom, ...layers] = colours
  const encoded = (colour) => toLinear(colour).map((value) => encode(clip(value)))
  const mixed = layers.reduce(
    (under, layer) => encoded(layer).map((value, index) => value * layer.alpha + under[index] * (1 - layer.alpha)),
    encoded(bottom),
  )
  const [red, green, blue] = mixed.map(decode)
  return [red, green, blue]
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. @param {Linear} one @param {Linear} other */
export function contrast(one, other) {
  const [dark, light] = [one, other]
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
