import type { KeySpeed } from '../../commands/keys/key-meter.ts'
import type { MainSpeed, ProcessMemory } from '../../shared/speed/main-speed.ts'
import { type Start, type StartPhase } from '../../shared/speed/start-phases.ts'
import { writeNumber } from '../../shared/region/locale.ts'
import { text, type TextId } from '../../strings/text.ts'
import { bytesWords } from '../data-words.ts'
import { tookWords } from '../request-words.ts'

/** Times for which the page was blocked, as the browser counts long tasks: over 50 ms. `longestMs`: 0 for none. */
export type Blocks = { readonly count: number; readonly longestMs: number }

/** Everything that the section shows. */
export type Speed = {
  readonly keys: KeySpeed
  readonly blocks: Blocks
  readonly start: Start
  readonly processes: MainSpeed['processes']
  /** Storage used by all workspaces; undefined while unknown. */
  readonly storedBytes: number | undefined
}

/** A line of a list: what it is, and its value. */
export type Fact = readonly [string, string]

/** A row of the table of commands: its name, and its figures as they are written. */
export type KeyRow = {
  readonly commandId: string
  readonly name: string
  readonly count: string
  readonly typical: string
  readonly slow: string
}

const PHASES = {
  window: 'settings.speed.start.window',
  page: 'settings.speed.start.page',
  script: 'settings.speed.start.script',
  list: 'settings.speed.start.list',
  full: 'settings.speed.start.full',
} as const satisfies Record<StartPhase, TextId>

export function keyRows({ commands }: KeySpeed, nameOf: (commandId: string) => string): readonly KeyRow[] {
  return commands.map(({ commandId, count, p50, p95 }) => ({
    commandId,
    name: nameOf(commandId),
    count: writeNumber(count),
    typical: tookWords(Math.round(p50)),
    slow: tookWords(Math.round(p95)),
  }))
}

export function frameFacts({ keys, blocks }: Pick<Speed, 'keys' | 'blocks'>): readonly Fact[] {
  const { count, longestMs } = blocks
  const longest = tookWords(Math.round(longestMs))
  return [
    [text('settings.speed.keys.dropped'), writeNumber(keys.droppedFrames)],
    [
      text('settings.speed.keys.blocks'),
      count === 0 ? writeNumber(0) : text('settings.speed.keys.longest', { count, time: longest }),
    ],
  ]
}

export function startFacts({ phases }: Start): readonly Fact[] {
  return phases.map(({ phase, ms }) => [text(PHASES[phase]), tookWords(ms)])
}

export function memoryFacts({ processes, storedBytes }: Pick<Speed, 'processes' | 'storedBytes'>): readonly Fact[] {
  const total = processes.reduce((sum, { bytes }) => sum + bytes, 0)
  return [
    ...processes.map((process): Fact => [processName(process), bytesWords(process.bytes)]),
    ...(processes.length > 1 ? [[text('settings.speed.memory.total'), bytesWords(total)] as const] : []),
    ...(storedBytes === undefined ? [] : [[text('settings.data.storage'), bytesWords(storedBytes)] as const]),
  ]
}

function processName({ kind, count }: ProcessMemory): string {
  if (kind === 'main') return text('settings.speed.memory.main')
  if (kind === 'window') return text('settings.speed.memory.window')
  return kind === 'gpu' ? text('settings.speed.memory.gpu') : text('settings.speed.memory.other', { count })
}

/** The section as plain text. It has names of commands and figures, and nothing of conversations, workspaces or files. */
export function speedText(speed: Speed, nameOf: (commandId: string) => string, userAgent: string): string {
  const engines = userAgent.match(/\b(?:Chrome|Electron)\/[\d.]+/g) ?? []
  const keys = keyRows(speed.keys, nameOf)
  const table = keys.map(({ name, count, typical, slow }) => [name, count, typical, slow].join('\t'))
  const head = Object.values(COLUMNS).map((column) => text(column))
  const listOf = (facts: readonly Fact[]): readonly string[] => facts.map(([name, value]) => `${name}: ${value}`)
  const parts = [
    [text('settings.speed.title'), engines.join(' ')],
    [
      text('settings.speed.keys.title'),
      ...(keys.length === 0 ? [text('settings.speed.keys.none')] : [head.join('\t'), ...table]),
      ...listOf(frameFacts(speed)),
    ],
    [text('settings.speed.start.title'), sinceWords(speed.start), ...listOf(startFacts(speed.start))],
    [text('settings.speed.memory.title'), ...listOf(memoryFacts(speed))],
  ]
  return parts.map((lines) => lines.filter((line) => line !== '').join('\n')).join('\n\n') + '\n'
}

export const COLUMNS = {
  command: 'settings.speed.keys.command',
  count: 'settings.speed.keys.count',
  typical: 'settings.speed.keys.typical',
  slow: 'settings.speed.keys.slow',
} as const satisfies Record<string, TextId>

export function sinceWords({ since }: Start): string {
  return text(since === 'app' ? 'settings.speed.start.sinceApp' : 'settings.speed.start.sincePage')
}
