import { composite, contrast, parseOklch } from './colours.mjs'
import { MINIMUM, PAIRS } from './pairs.mjs'
import { MODES } from './tokens.mjs'

/**
 * @typedef {import('./tokens.mjs').Tokens} Tokens
 * @typedef {{ front: string, back: string, kind: 'text' | 'part', use: string, mode: string, ratio: number, minimum: number }} Measured
 */

/** Tokens of lightness and chroma alone: a customer or a workspace adds the hue. */
const HUES = Array.from({ length: 24 }, (_, index) => index * 15)

/** Every pair in every mode. Of the pairs whose hue varies, the worst hue counts. @param {Tokens} valueOf @returns {readonly Measured[]} */
export function measurePairs(valueOf) {
  return PAIRS.flatMap(({ kind, front, backs, use }) =>
    backs.flatMap((back) =>
      MODES.map((mode) => ({
        ...{ front, back, kind, use, mode: mode.title },
        ratio: worstRatio([front, ...back.split(' + ')].map((name) => valueOf(name, mode))),
        minimum: MINIMUM[mode.contrast][kind],
      })),
    ),
  )
}

/** @param {readonly string[]} values the front and then the layers behind it, from the bottom up */
function worstRatio(values) {
  const hues = values.every((value) => value.startsWith('oklch(')) ? [0] : HUES
  return Math.min(
    ...hues.map((hue) => {
      const [front, ...layers] = values.map((value) =>
        parseOklch(value.startsWith('oklch(') ? value : `oklch(${value} ${hue})`),
      )
      const back = composite(layers)
      return contrast(composite([...layers, front]), back)
    }),
  )
}

/** One row for each pair, one column for each mode. @param {readonly Measured[]} measured */
export function contrastTable(measured) {
  /** @type {Map<string, Measured[]>} */
  const rows = new Map()
  for (const cell of measured) {
    const row = `${cell.kind} ${cell.front} ${cell.back}`
    rows.set(row, [...(rows.get(row) ?? []), cell])
  }
  return [
    `| on it | below | for | ${MODES.map(({ title }) => title).join(' | ')} |`,
    `| --- | --- | --- |${' ---: |'.repeat(MODES.length)}`,
    ...[...rows.values()].map((cells) => {
      const [{ front, back, use }] = cells
      return `| \`${front}\` | \`${back}\` | ${use} | ${cells.map(({ ratio }) => floorTo(ratio)).join(' | ')} |`
    }),
  ].join('\n')
}

/** Rounded down, so that the table never shows a ratio that is not reached. */
const floorTo = (ratio) => (Math.floor(ratio * 10) / 10).toFixed(1)
