import { z } from 'zod'
import { sealedKey } from '../accounts/workspace-state.ts'

const opId = z.string().min(1)

/** The content of one op. It is plain only in memory, and in files of early versions. Exactly one of the two. */
const payload = z.union([z.strictObject({ sealed: sealedKey }), z.strictObject({ plain: z.string() })])

/** Persisted: add freely; rename or remove only with a migration. Unknown kinds of lines are ignored and kept; cut lines are ignored. */
const line = z.union([
  /** The id of the database in use. */
  z.strictObject({ opened: z.string().min(1) }),
  /** An id that main gave to a new database, before the database has confirmed it. */
  z.strictObject({ offered: z.string().min(1) }),
  /** An unsent op of the database `of`. It replaces an earlier line of the same op. */
  z.strictObject({ accept: opId, of: z.string().nullable(), kept: payload }),
  /** Main is about to send a request for the op. */
  z.strictObject({ request: opId, at: z.number() }),
  /** The last request certainly had no effect. */
  z.strictObject({ noEffect: opId }),
  z.strictObject({ done: opId }),
])

type Line = z.infer<typeof line>
export type KeptOp = z.infer<typeof payload>
export type BackupEntry = { readonly of: string | null; readonly kept: KeptOp }

export type BackupState = {
  installId: string | null
  offeredId: string | null
  /** In the order in which the ops were first accepted. */
  readonly entries: Map<string, BackupEntry>
  /** Epoch ms of the requests that may have had an effect. */
  readonly requests: Map<string, readonly number[]>
  /** Lines of kinds that only a newer version knows. They are kept unchanged. */
  readonly unknownLines: string[]
}

/** The state after all lines. */
export function readLines(lines: readonly string[]): BackupState {
  const state: BackupState = {
    installId: null,
    offeredId: null,
    entries: new Map(),
    requests: new Map(),
    unknownLines: [],
  }
  for (const text of lines) {
    const read = readLine(text)
    if (read !== null) applyLine(state, read)
    else if (isUnknownKind(text) && state.unknownLines.length < MAX_UNKNOWN_LINES) state.unknownLines.push(text)
  }
  return state
}

export function applyLine(state: BackupState, entry: Line): void {
  if ('opened' in entry) {
    state.installId = entry.opened
    state.offeredId = null
  } else if ('offered' in entry) state.offeredId = entry.offered
  else if ('accept' in entry) state.entries.set(entry.accept, { of: entry.of, kept: entry.kept })
  else if ('request' in entry) state.requests.set(entry.request, [...requestsOf(state, entry.request), entry.at])
  else if ('noEffect' in entry) state.requests.set(entry.noEffect, requestsOf(state, entry.noEffect).slice(0, -1))
  else {
    state.entries.delete(entry.done)
    state.requests.delete(entry.done)
  }
}

/** The shortest list of lines that gives this state. */
export function toTexts(state: BackupState): readonly string[] {
  return [...linesOf(state).map((entry) => JSON.stringify(entry)), ...state.unknownLines]
}

function linesOf(state: BackupState): readonly Line[] {
  return [
    ...(state.installId === null ? [] : [{ opened: state.installId }]),
    ...(state.offeredId === null ? [] : [{ offered: state.offeredId }]),
    ...[...state.entries].map(([accept, entry]) => ({ accept, ...entry })),
    ...[...state.requests].flatMap(([request, times]) => times.map((at) => ({ request, at }))),
  ]
}

export function requestsOf(state: BackupState, opId: string): readonly number[] {
  return state.requests.get(opId) ?? []
}

/** Small limits, because a damaged line can look like a line of a newer version. */
const MAX_UNKNOWN_LINES = 100
const MAX_UNKNOWN_LINE_LENGTH = 10_000

/** True for an object whose first field is not in KINDS. A line of a known kind with damaged fields is not kept. */
function isUnknownKind(text: string): boolean {
  if (text.length > MAX_UNKNOWN_LINE_LENGTH) return false
  try {
    const [kind] = Object.keys(JSON.parse(text) as object)
    return text.startsWith('{') && kind !== undefined && !KINDS.has(kind)
  } catch {
    return false
  }
}

const KINDS: ReadonlySet<string> = new Set(['opened', 'offered', 'accept', 'request', 'noEffect', 'done'])

function readLine(text: string): Line | null {
  try {
    const read = line.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

export type { Line }
