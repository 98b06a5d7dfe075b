/** The format of a state file. */
export type StateFormat = {
  /** The `v` that this version of the app writes. A newer version wrote a file with a higher one. */
  readonly version: number
  readonly isValid: (state: unknown) => boolean
}

/** The result of parsing a state file. */
export type StateReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'valid'; readonly state: unknown }
  | { readonly kind: 'damaged'; readonly why: Damage }
  /** Written by a newer version of the app: this version must not touch it. */
  | { readonly kind: 'newer'; readonly version: number }

export type Damage = 'unreadable' | 'huge' | 'empty' | 'zeros' | 'not-text' | 'not-json' | 'not-ours'

/** Bytes. State files have a few kilobytes. A larger file is damaged, and parsing it would block the start. */
export const MAX_STATE_BYTES = 5_000_000

/** Never throws. */
export function readStateBytes(bytes: Uint8Array, format: StateFormat): StateReading {
  if (bytes.length > MAX_STATE_BYTES) return damaged('huge')
  if (bytes.length === 0) return damaged('empty')
  if (bytes.every((byte) => byte === 0)) return damaged('zeros')
  const text = decode(bytes)
  if (text === null) return damaged('not-text')
  const parsed = parse(text)
  if (parsed === undefined) return damaged('not-json')
  const version = versionOf(parsed)
  if (version > format.version) return { kind: 'newer', version }
  return format.isValid(parsed) ? { kind: 'valid', state: parsed } : damaged('not-ours')
}

/** The result of reading a file and its copy. `restored`: the copy was used. `lost`: files existed, but none was usable. */
export type StateHealth = 'new' | 'whole' | 'restored' | 'lost' | 'newer'

export type StateChoice = {
  readonly use: 'file' | 'copy' | 'nothing'
  readonly health: StateHealth
  /** Damaged files, which must be moved aside before anything is written. */
  readonly aside: readonly ('file' | 'copy')[]
}

/** Chooses between the file and its copy. A state of a newer version is neither used nor overwritten. */
export function chooseState(file: StateReading, copy: StateReading): StateChoice {
  const aside = [
    ...(file.kind === 'damaged' ? (['file'] as const) : []),
    ...(copy.kind === 'damaged' ? (['copy'] as const) : []),
  ]
  if (file.kind === 'newer') return { use: 'nothing', health: 'newer', aside: [] }
  if (file.kind === 'valid') return { use: 'file', health: 'whole', aside }
  if (copy.kind === 'newer') return { use: 'nothing', health: 'newer', aside: [] }
  if (copy.kind === 'valid') return { use: 'copy', health: 'restored', aside }
  return { use: 'nothing', health: aside.length === 0 ? 'new' : 'lost', aside }
}

function damaged(why: Damage): StateReading {
  return { kind: 'damaged', why }
}

/** Drops a byte order mark, which some editors add. Null for bytes that are not UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Undefined for bytes that are not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function versionOf(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('v' in state)) return 0
  return typeof state.v === 'number' ? state.v : 0
}
