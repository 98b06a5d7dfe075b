/** The history of a draft. It decides which earlier texts are kept before they are lost. */
export type DraftHistory = {
  /** The current text. */
  readonly text: string
  /** Epoch ms of the last change. */
  readonly changedAt: number
  /** The longest text since the last version was kept. Comparing it with the current text shows a slow deletion. */
  readonly longest: string
  /** The last version that was kept, and when, epoch ms. */
  readonly kept: string
  readonly keptAt: number
}

/** Losing this many characters, at once or slowly, keeps the earlier version. */
const LARGE_LOSS = 20
/** A shorter text, in characters, is not worth keeping when changed or cleared. */
const MIN_LENGTH = { changed: 8, cleared: 3 }
/** A change after a pause this long, ms, keeps the version before the pause. */
const PAUSE_MS = 60_000
/** During continuous typing, a version is kept this often, ms. */
const MAX_INTERVAL_MS = 5 * 60_000

export function beginHistory(text: string, at: number): DraftHistory {
  return { text, changedAt: at, longest: text, kept: '', keptAt: at }
}

/** Records that the draft is now `text`. Returns the earlier versions to keep, oldest first; usually none. */
export function changeDraft(
  history: DraftHistory,
  text: string,
  at: number,
): { readonly history: DraftHistory; readonly earlier: readonly string[] } {
  const { text: before, longest } = history
  const lost = [longest, before].filter((version) => isWorthKeeping(version, text))
  const paused = hasPaused(history, at) ? [before] : []
  const earlier = [...new Set([...lost, ...paused])].filter((version) => version !== history.kept)
  const hasLost = lost.length > 0
  const next = {
    text,
    changedAt: at,
    longest: hasLost || text.length >= longest.length ? text : longest,
  }
  const newest = earlier.at(-1)
  return newest === undefined
    ? { history: { ...history, ...next }, earlier }
    : { history: { ...next, kept: newest, keptAt: at }, earlier }
}

/** Keeps the current text when another one replaces it: another version, or an unsent message. */
export function replaceDraft(
  history: DraftHistory,
  text: string,
  at: number,
): { readonly history: DraftHistory; readonly earlier: readonly string[] } {
  const { text: before } = history
  return { history: { ...beginHistory(text, at), kept: before }, earlier: before.trim() === '' ? [] : [before] }
}

function isWorthKeeping(version: string, text: string): boolean {
  const length = version.trim().length
  if (text.trim() === '') return length >= MIN_LENGTH.cleared
  return length >= MIN_LENGTH.changed && lostFrom(version, text) >= Math.min(LARGE_LOSS, version.length / 2)
}

function hasPaused({ text, changedAt, keptAt }: DraftHistory, at: number): boolean {
  return text.trim().length >= MIN_LENGTH.changed && (at - changedAt >= PAUSE_MS || at - keptAt >= MAX_INTERVAL_MS)
}

/** The number of characters of `before` that are not in `text`, assuming a single edit. */
export function lostFrom(before: string, text: string): number {
  const shorter = Math.min(before.length, text.length)
  let head = 0
  while (head < shorter && before.charCodeAt(head) === text.charCodeAt(head)) head += 1
  let tail = 0
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  )
    tail += 1
  return before.length - head - tail
}
