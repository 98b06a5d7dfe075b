import { z } from 'zod'
import { sealedKey } from '../accounts/workspace-state.ts'

const opId = z.string().min(1)

/** What is kept of one op: sealed where there is a keyring, else as the database keeps it too. Never both, never neither. */
const payload = z.union([z.strictObject({ sealed: sealedKey }), z.strictObject({ plain: z.string() })])

/** Persisted: add freely; rename or remove only with a migration. A line of another kind is passed over and kept; a torn one is passed over. */
const line = z.union([
  /** The database in use bears this id. */
  z.strictObject({ opened: z.string().min(1) }),
  /** The id given to a database that has not been seen with it yet. */
  z.strictObject({ offered: z.string().min(1) }),
  /** An unsent op of the database `of`, in place of what was kept of it before. */
  z.strictObject({ accept: opId, of: z.string().nullable(), kept: payload }),
  /** Main is about to make a request for it. */
  z.strictObject({ request: opId, at: z.number() }),
  /** The last request had certainly no effect. */
  z.strictObject({ noEffect: opId }),
  z.strictObject({ done: opId }),
])

type Line = z.infer<typeof line>
export type KeptOp = z.infer<typeof payload>
export type BackupEntry = { readonly of: string | null; readonly kept: KeptOp }

export type BackupState = {
  installId: string | null
  offeredId: string | null
  /** In the order in which they were first accepted. */
  readonly entries: Map<string, BackupEntry>
  /** Epoch ms of the requests that may have had an effect. */
  readonly requests: Map<string, readonly number[]>
  /** Lines of a kind that a newer version wrote: kept as they are. */
  readonly foreign: string[]
}

/** What all lines together say. */
export function readLines(lines: readonly string[]): BackupState {
  const state: BackupState = { installId: null, offeredId: null, entries: new Map(), requests: new Map(), foreign: [] }
  for (const text of lines) {
    const read = readLine(text)
    if (read !== null) applyLine(state, read)
    else if (isForeign(text) && state.foreign.length < MAX_FOREIGN) state.foreign.push(text)
  }
  return state
}

export function applyLine(state: BackupState, said: Line): void {
  if ('opened' in said) {
    state.installId = said.opened
    state.offeredId = null
  } else if ('offered' in said) state.offeredId = said.offered
  else if ('accept' in said) state.entries.set(said.accept, { of: said.of, kept: said.kept })
  else if ('request' in said) state.requests.set(said.request, [...requestsOf(state, said.request), said.at])
  else if ('noEffect' in said) state.requests.set(said.noEffect, requestsOf(state, said.noEffect).slice(0, -1))
  else {
    state.entries.delete(said.done)
    state.requests.delete(said.done)
  }
}

/** The fewest lines that say the same. */
export function textsOf(state: BackupState): readonly string[] {
  return [...linesOf(state).map((one) => JSON.stringify(one)), ...state.foreign]
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

/** Small limits: damaged lines that look like a newer version's must not stay forever. */
const MAX_FOREIGN = 100
const MAX_FOREIGN_LENGTH = 10_000

/** An object whose first field is none of ours. A line of ours with damaged fields is not kept. */
function isForeign(text: string): boolean {
  if (text.length > MAX_FOREIGN_LENGTH) return false
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
