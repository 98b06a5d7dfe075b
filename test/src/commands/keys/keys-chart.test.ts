import { expect, it } from 'vitest'
import { keysChart } from '../../../../src/commands/keys/keys-chart.ts'
import { keysOf } from '../../../../src/commands/keys/keymap.ts'
import { COMMANDS } from '../../../../src/commands/registry.ts'

const chart = keysChart()

/** The keys of the row with this title, as a reader sees them; null without a row. */
function keysIn(title: string): string | null {
  const cell = chart.split(`<tr><th scope="row">${title}</th><td>`)[1]?.split('</td>')[0]
  return cell?.replace(/<[^>]+>/g, '') ?? null
}

it.each([
  ['Next conversation', 'J or ↓'],
  ['Select and move down', 'Shift+J or Shift+↓'],
  ['Send and resolve', 'Ctrl+Shift+Enter'],
  ['Go to Inbox', 'G I'],
  ['Go to workspace 1–9', 'Ctrl+1–9'],
  // In the palette only.
  ['Light theme', null],
])('shows the keys of “%s”', (title, keys) => {
  expect(keysIn(title)).toBe(keys)
})

it('has each command with a key, in one row', () => {
  const withKeys = COMMANDS.filter(
    (command) => keysOf(command, { preset: 'clarion', own: {}, finish: 'resolve' }).length > 0,
  )
  const rows = chart.match(/<tr>/g)?.length
  expect(withKeys.length).toBeGreaterThan(50)
  // Nine workspaces share a row.
  expect(rows).toBe(withKeys.length - 8)
})

it('loads nothing and runs nothing', () => {
  expect(chart).not.toMatch(/<script|<link|<img|src=|url\(|https?:/)
})
