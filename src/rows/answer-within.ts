import { useSyncExternalStore } from 'react'

/** Hours within which the user wants to answer, and `none`. Persisted: a stored value that is no longer known counts as the default. */
export const ANSWER_TARGETS = ['1', '4', '8', '24', '72', 'none'] as const
export type AnswerTarget = (typeof ANSWER_TARGETS)[number]

const DEFAULT: AnswerTarget = '24'
const NAME = 'answer-within'
/** The `storage` event reaches only other windows, so this window sends its own. */
const CHANGED = 'answer-within-changed'
const HOUR_MS = 3_600_000

/** One target for all workspaces of this device: it describes how the user works. */
export function useAnswerTarget(): AnswerTarget {
  return useSyncExternalStore(subscribe, () => readAnswerTarget(localStorage))
}

/** The same in ms; null for no target. */
export function useAnswerTargetMs(): number | null {
  return targetMs(useAnswerTarget())
}

export function readAnswerTarget(store: Pick<Storage, 'getItem'>): AnswerTarget {
  const stored = store.getItem(NAME)
  return ANSWER_TARGETS.find((target) => target === stored) ?? DEFAULT
}

export function setAnswerTarget(target: AnswerTarget): void {
  localStorage.setItem(NAME, target)
  window.dispatchEvent(new Event(CHANGED))
}

export function targetMs(target: AnswerTarget): number | null {
  return target === 'none' ? null : Number(target) * HOUR_MS
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener)
  return () => window.removeEventListener(CHANGED, listener)
}
