import { keyNames } from '../../ui/key-names.ts'
import { type Command, GROUP_TITLES, GROUPS, type Group } from '../command.ts'
import { keysOf } from './keymap.ts'
import { COMMANDS } from '../registry.ts'

/** One row of the chart: each of `keys` is one way to run the command, in presses. */
type Row = { readonly title: string; readonly keys: readonly string[] }

/** Nine workspaces have one row. */
const WORKSPACE_KEYS = /^\$mod\+[1-9]$/

const HEAD = `<!doctype html>
<!-- npm run docs:keys generates this file from src/commands/registry.ts. -->
<html lang="en">
<meta charset="utf-8">
<title>Keys of Clarion</title>
<style>
@page { size: A4 landscape; margin: 10mm; }
* { box-sizing: border-box; }
body { max-width: 277mm; margin: 0 auto; padding: 4mm; color: black; background: white; font: 8.5pt/1.35 system-ui, sans-serif; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 8mm; margin-bottom: 3mm; border-bottom: 1.5pt solid black; }
h1 { margin: 0 0 1mm; font-size: 16pt; }
header p { margin: 0; }
main { columns: 3; column-gap: 8mm; }
section { margin-bottom: 3.5mm; }
h2 { margin: 0 0 1mm; font-size: 10.5pt; break-after: avoid; }
table { width: 100%; border-collapse: collapse; }
tr { break-inside: avoid; border-top: 0.5pt solid darkgray; }
th { padding: 0.6mm 2mm 0.6mm 0; font-weight: normal; text-align: left; }
td { padding: 0.6mm 0; text-align: right; white-space: nowrap; }
kbd { display: inline-block; min-width: 4.5mm; padding: 0 1mm; border: 0.75pt solid black; border-radius: 1mm; font: inherit; text-align: center; }
@media print { body { padding: 0; } }
</style>
<header><h1>Keys of Clarion</h1><p>On a Mac, Ctrl is ⌘. <kbd>?</kbd> in the app shows your own keys.</p></header>`

/** docs/keys-chart.html: the keys of the Clarion preset, on one page to print. Commands without keys are left out. */
export function keysChart(): string {
  const sections = GROUPS.map(sectionOf).filter((section) => section !== '')
  return [HEAD, '<main>', ...sections, '</main>', '</html>', ''].join('\n')
}

function sectionOf(group: Group): string {
  const rows = withoutRepeats(COMMANDS.filter((command) => command.group === group).map(rowOf))
  if (rows.length === 0) return ''
  return [
    `<section><h2>${escaped(GROUP_TITLES[group])}</h2>`,
    '<table>',
    ...rows.map(lineOf),
    '</table></section>',
  ].join('\n')
}

function rowOf(command: Command): Row {
  return { title: command.title, keys: keysOf(command, { preset: 'clarion', own: {}, finish: 'resolve' }) }
}

/** The workspaces' rows become one, with the first and the last of their keys. */
function withoutRepeats(rows: readonly Row[]): readonly Row[] {
  const isWorkspace = ({ keys: [first = ''] }: Row): boolean => WORKSPACE_KEYS.test(first)
  const workspaces = rows.filter(isWorkspace)
  const [first, last] = [workspaces[0], workspaces.at(-1)]
  const others = rows.filter((row) => row.keys.length > 0 && !isWorkspace(row))
  if (first === undefined || last === undefined) return others
  const number = /\d+/.exec(last.title)?.[0] ?? ''
  return [...others, { title: `${first.title}–${number}`, keys: first.keys.map((keys) => `${keys}–${number}`) }]
}

function lineOf({ title, keys }: Row): string {
  return `<tr><th scope="row">${escaped(title)}</th><td>${keys.map(drawn).join(' or ')}</td></tr>`
}

/** `g i` is two presses, one after the other. */
function drawn(keys: string): string {
  return keys
    .split(' ')
    .map((press) => keyNames(press, false).map((name) => `<kbd>${escaped(name === '↵' ? 'Enter' : name)}</kbd>`))
    .map((caps) => caps.join('+'))
    .join(' ')
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
