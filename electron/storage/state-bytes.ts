/** What a state file may hold. */
export type StateFormat = {
  /** The `v` that this version writes. A file with a higher one is a newer version's. */
  readonly version: number
  readonly isValid: (state: unknown) => boolean
}

/** What the bytes of a state file say. */
export type StateReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'valid'; readonly state: unknown }
  | { readonly kind: 'damaged'; readonly why: Damage }
  /** Written by a newer version of the app: this version must not touch it. */
  | { readonly kind: 'newer'; readonly version: number }

export type Damage = 'unreadable' | 'huge' | 'empty' | 'zeros' | 'not-text' | 'not-json' | 'not-ours'

/** State files are a few kilobytes, bytes. A larger one is not ours, and parsing it would freeze the start. */
export const MAX_STATE_BYTES = 5_000_000

/** Never throws, whatever the bytes are. */
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

/** How a read of a file and its copy ended. `restored`: the copy was used. `lost`: there was something, and none of it is usable. */
export type StateHealth = 'new' | 'whole' | 'restored' | 'lost' | 'newer'

export type StateChoice = {
  readonly use: 'file' | 'copy' | 'nothing'
  readonly health: StateHealth
  /** Damaged: to be moved aside before anything is written. */
  readonly aside: readonly ('file' | 'copy')[]
}

/** Which of the two to use. A newer version's state is used and overwritten by no older version. */
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
