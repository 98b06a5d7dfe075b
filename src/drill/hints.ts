/** Decides when a hint shows the key of a command that the user runs with the mouse. Pure. */

export type HintRecord = {
  /** By command: uses by mouse since its last hint, and hints so far. */
  readonly commands: Readonly<Record<string, { readonly uses: number; readonly hints: number }>>
  /** Epoch ms of the last hint; null before the first. */
  readonly hintedAt: number | null
}

export const NO_HINTS: HintRecord = { commands: {}, hintedAt: null }

/** Uses by mouse before a hint. */
const USES = 3
/** Hints for one command, ever. */
const MAX_HINTS = 2
/** Between two hints, ms. */
const QUIET_MS = 3 * 60_000
/** More commands than exist. A damaged record must not grow. */
const MAX_COMMANDS = 200

export type MouseUse = {
  readonly commandId: string
  /** A key would run it now. */
  readonly hasKey: boolean
  /** The setting. */
  readonly isOn: boolean
  /** Epoch ms. */
  readonly now: number
}

/** The record after a use by mouse, and whether a hint shows the key. The same record when nothing changes. */
export function afterMouseUse(
  record: HintRecord,
  { commandId, hasKey, isOn, now }: MouseUse,
): { readonly record: HintRecord; readonly isHint: boolean } {
  const known = record.commands[commandId] ?? { uses: 0, hints: 0 }
  const isFull = !(commandId in record.commands) && Object.keys(record.commands).length >= MAX_COMMANDS
  if (!isOn || !hasKey || isFull || known.hints >= MAX_HINTS) return { record, isHint: false }
  const uses = Math.min(known.uses + 1, USES)
  const isHint = uses >= USES && isQuietOver(record.hintedAt, now)
  const next = isHint ? { uses: 0, hints: known.hints + 1 } : { uses, hints: known.hints }
  return {
    record: {
      commands: { ...record.commands, [commandId]: next },
      hintedAt: isHint ? now : record.hintedAt,
    },
    isHint,
  }
}

/** A time in the future is from before the clock was set back. */
function isQuietOver(hintedAt: number | null, now: number): boolean {
  return hintedAt === null || hintedAt > now || now - hintedAt >= QUIET_MS
}

/** Ignores each invalid value separately. */
export function readHints(stored: string | null, isCommand: (id: string) => boolean): HintRecord {
  try {
    const { commands, hintedAt } = JSON.parse(stored ?? '{}') as Partial<HintRecord>
    const entries = Object.entries(commands ?? {}).flatMap(([id, entry]) =>
      isCommand(id) && isCount(entry?.uses) && isCount(entry?.hints)
        ? [[id, { uses: entry.uses, hints: entry.hints }] as const]
        : [],
    )
    return {
      commands: Object.fromEntries(entries.slice(0, MAX_COMMANDS)),
      hintedAt: typeof hintedAt === 'number' && Number.isFinite(hintedAt) ? hintedAt : null,
    }
  } catch {
    return NO_HINTS
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
