/** What is known of a draft's past, so that no words go unless they are kept. */
export type DraftHistory = {
  /** The words as they stand. */
  readonly text: string
  /** Epoch ms of their last change. */
  readonly changedAt: number
  /** The fullest that they were since words of them were last put away: held against what stands, it shows a slow deletion. */
  readonly fullest: string
  /** The words last put away, and when, epoch ms. */
  readonly kept: string
  readonly keptAt: number
}

/** Characters: so many gone at once, or little by little, are missed. */
const LARGE_LOSS = 20
/** Shorter words are sooner typed again than looked for. */
const MIN = { changed: 8, cleared: 3 }
/** Whoever comes back after this, ms, may want to know how it stood. */
const PAUSE_MS = 60_000
/** Whoever writes on and on gets a version this often, ms. */
const EVERY_MS = 5 * 60_000

export function beginHistory(text: string, at: number): DraftHistory {
  return { text, changedAt: at, fullest: text, kept: '', keptAt: at }
}

/** The draft's words have become `text`. Gives the earlier words to put away, oldest first; mostly none. */
export function changeDraft(
  history: DraftHistory,
  text: string,
  at: number,
): { readonly history: DraftHistory; readonly earlier: readonly string[] } {
  const { text: before, fullest } = history
  const lost = [fullest, before].filter((words) => isMissed(words, text))
  const rested = isRested(history, at) ? [before] : []
  const earlier = [...new Set([...lost, ...rested])].filter((words) => words !== history.kept)
  const hasLost = lost.length > 0
  const next = {
    text,
    changedAt: at,
    fullest: hasLost || text.length >= fullest.length ? text : fullest,
  }
  const newest = earlier.at(-1)
  return newest === undefined
    ? { history: { ...history, ...next }, earlier }
    : { history: { ...next, kept: newest, keptAt: at }, earlier }
}

/** Puts away what stands, whatever comes in its place: another version, or a message taken back. */
export function putAway(
  history: DraftHistory,
  text: string,
  at: number,
): { readonly history: DraftHistory; readonly earlier: readonly string[] } {
  const { text: before } = history
  return { history: { ...beginHistory(text, at), kept: before }, earlier: before.trim() === '' ? [] : [before] }
}

function isMissed(words: string, text: string): boolean {
  const length = words.trim().length
  if (text.trim() === '') return length >= MIN.cleared
  return length >= MIN.changed && lostFrom(words, text) >= Math.min(LARGE_LOSS, words.length / 2)
}

function isRested({ text, changedAt, keptAt }: DraftHistory, at: number): boolean {
  return text.trim().length >= MIN.changed && (at - changedAt >= PAUSE_MS || at - keptAt >= EVERY_MS)
}

/** How many characters of `words` are not in `text`, if the one became the other by a change in one place. */
export function lostFrom(words: string, text: string): number {
  const shorter = Math.min(words.length, text.length)
  let head = 0
  while (head < shorter && words.charCodeAt(head) === text.charCodeAt(head)) head += 1
  let tail = 0
  while (tail < shorter - head && words.charCodeAt(words.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail))
    tail += 1
  return words.length - head - tail
}
