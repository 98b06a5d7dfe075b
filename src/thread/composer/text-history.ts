import { type Edit, findEdit } from '../../shared/text/text-edit.ts'

/**
 * The undo history of a text field, as a pure value. The browser's own history loses steps or repeats text once code
 * writes into the field, and React's controlled fields make each letter a separate step.
 */
export type TextHistory = {
  readonly text: string
  readonly past: readonly Edit[]
  readonly future: readonly Edit[]
  /** Set while the next change may join the last step. `at` is epoch ms of the last change. */
  readonly open: { readonly kind: Kind; readonly at: number; readonly isComposing: boolean } | null
}

type Kind = 'typing' | 'deleting'

export type TextChange = {
  readonly text: string
  /** The caret after the change, UTF-16 units. It tells which of several equal letters was typed. */
  readonly caret: number
  /** Epoch ms. */
  readonly at: number
  /** Whether an input method is composing. */
  readonly isComposing?: boolean
}

/** A pause of this length, ms, ends a burst of typing. */
const PAUSE_MS = 1_000
const MAX_STEPS = 500
/** UTF-16 units of all steps together. The newest step is always kept. */
const MAX_UNITS = 2_000_000

export function beginTextHistory(text: string): TextHistory {
  return { text, past: [], future: [], open: null }
}

export function changeText(history: TextHistory, { text, caret, at, isComposing = false }: TextChange): TextHistory {
  if (text === history.text) return history
  const edit = findEdit(history.text, text, caret)
  const kind = kindOf(edit, isComposing)
  const joined = joinLast(history, edit, { kind, at, isComposing })
  const past = joined === null ? [...history.past, edit] : [...history.past.slice(0, -1), joined]
  return { text, past: withinLimits(past), future: [], open: kind === null ? null : { kind, at, isComposing } }
}

/** Ends the composition of an input method. */
export function endComposition(history: TextHistory): TextHistory {
  return history.open === null ? history : { ...history, open: { ...history.open, isComposing: false } }
}

function joinLast(
  { past, open }: TextHistory,
  edit: Edit,
  { kind, at, isComposing }: { readonly kind: Kind | null; readonly at: number; readonly isComposing: boolean },
): Edit | null {
  const last = past.at(-1)
  if (last === undefined || open === null || kind === null) return null
  // A word composed by an input method is one step, however long it takes.
  const isOneWord = isComposing && open.isComposing
  if (!isOneWord && at - open.at >= PAUSE_MS) return null
  return isComposing ? joinComposed(last, edit) : join(last, edit, [open.kind, kind])
}

export type UndoneText = { readonly history: TextHistory; readonly edit: Edit }

/** Undoes the last step; null when there is none. `edit` is the resulting change to the text. */
export function undoText({ text, past, future }: TextHistory): UndoneText | null {
  const last = past.at(-1)
  if (last === undefined) return null
  const edit = { at: last.at, removed: last.inserted, inserted: last.removed }
  return { history: { text: apply(text, edit), past: past.slice(0, -1), future: [...future, last], open: null }, edit }
}

/** Redoes the last undone step; null when there is none. */
export function redoText({ text, past, future }: TextHistory): UndoneText | null {
  const edit = future.at(-1)
  if (edit === undefined) return null
  return { history: { text: apply(text, edit), past: [...past, edit], future: future.slice(0, -1), open: null }, edit }
}

function apply(text: string, { at, removed, inserted }: Edit): string {
  return text.slice(0, at) + inserted + text.slice(at + removed.length)
}

/** Null for a change that is always a separate step: pasting, replacing, clearing. */
function kindOf({ removed, inserted }: Edit, isComposing: boolean): Kind | null {
  if (isComposing || isOneCharacter(inserted)) return 'typing'
  return inserted === '' && isOneCharacter(removed) ? 'deleting' : null
}

function isOneCharacter(text: string): boolean {
  return text.length === 1 || (text.length === 2 && [...text].length === 1)
}

/** Joins two edits into one step; null when they stay separate. */
function join(last: Edit, edit: Edit, kinds: readonly [Kind, Kind]): Edit | null {
  const [before, now] = kinds
  if (before !== now) return null
  if (now === 'deleting') return joinDeletions(last, edit)
  const isNext = edit.removed === '' && edit.at === last.at + last.inserted.length
  return isNext && !beginsWord(last.inserted, edit.inserted)
    ? { ...last, inserted: last.inserted + edit.inserted }
    : null
}

/** A word and the space after it are one step. */
function beginsWord(before: string, next: string): boolean {
  return /\s$/u.test(before.slice(-1)) && !/^\s/u.test(next)
}

function joinDeletions(last: Edit, edit: Edit): Edit | null {
  if (last.inserted !== '') return null
  if (edit.at + edit.removed.length === last.at) return { ...last, at: edit.at, removed: edit.removed + last.removed }
  return edit.at === last.at ? { ...last, removed: last.removed + edit.removed } : null
}

/** Joins a change that an input method makes within its own text. */
function joinComposed(last: Edit, edit: Edit): Edit | null {
  const start = edit.at - last.at
  const end = start + edit.removed.length
  if (start < 0 || end > last.inserted.length) return null
  return { ...last, inserted: last.inserted.slice(0, start) + edit.inserted + last.inserted.slice(end) }
}

function withinLimits(past: readonly Edit[]): readonly Edit[] {
  let units = 0
  let first = past.length
  while (first > 0 && past.length - first < MAX_STEPS) {
    const { removed = '', inserted = '' } = past[first - 1] ?? {}
    units += removed.length + inserted.length
    if (units > MAX_UNITS && first < past.length) break
    first -= 1
  }
  return first === 0 ? past : past.slice(first)
}
