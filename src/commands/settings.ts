import { create } from 'zustand'
import { FINISHES, PRESETS } from './command.ts'
import type { Keymap } from './keys/keymap.ts'
import { parseKeys } from './keys/press.ts'

/** Where the selection goes after a conversation is finished. */
export const ADVANCES = ['next', 'previous', 'first', 'list'] as const
export type Advance = (typeof ADVANCES)[number]

/** The keyboard settings of this device. Read before the first frame. */
export type CommandSettings = Keymap & {
  readonly advance: Advance
  /** Hints show the keys of commands that the user runs with the mouse. */
  readonly hasHints: boolean
}

/** Persisted: add freely; rename or remove only with a migration. */
const NAME = 'command-settings'

export const INITIAL_SETTINGS: CommandSettings = {
  preset: 'clarion',
  own: {},
  hasSingleKeys: true,
  finish: 'resolve',
  advance: 'next',
  hasHints: true,
}

export const useCommandSettings = create<CommandSettings>()(() => INITIAL_SETTINGS)

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>

/** Loads the stored settings, and stores every later change. */
export function keepSettings(storage: Storage): void {
  loadSettings(storage)
  useCommandSettings.subscribe((settings) => storage.setItem(NAME, JSON.stringify(settings)))
}

/** Reads what is stored. */
export function loadSettings(storage: Pick<Storage, 'getItem'>): void {
  useCommandSettings.setState(readSettings(storage.getItem(NAME)))
}

/** Ignores each invalid stored value separately: one bad key must not cost the good ones. */
export function readSettings(stored: string | null): CommandSettings {
  const known = fieldsOf(stored)
  return {
    preset: PRESETS.find((preset) => preset === known['preset']) ?? INITIAL_SETTINGS.preset,
    own: ownKeysOf(known['own']),
    hasSingleKeys: known['hasSingleKeys'] !== false,
    finish: FINISHES.find((finish) => finish === known['finish']) ?? INITIAL_SETTINGS.finish,
    advance: ADVANCES.find((advance) => advance === known['advance']) ?? INITIAL_SETTINGS.advance,
    hasHints: known['hasHints'] !== false,
  }
}

function ownKeysOf(stored: unknown): CommandSettings['own'] {
  if (!isRecord(stored)) return {}
  const entries = Object.entries(stored).flatMap(([id, keys]) =>
    Array.isArray(keys) && keys.every((spelled) => typeof spelled === 'string' && parseKeys(spelled) !== null)
      ? [[id, keys as string[]] as const]
      : [],
  )
  return Object.fromEntries(entries)
}

function fieldsOf(stored: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}')
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
