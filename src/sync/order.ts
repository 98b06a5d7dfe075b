import { hasMoved, type Merged } from '../db/merge.ts'

/**
 * Whether this server lists what moved last at the top. The document does not say, so it is learned: from polls whose rows stand in
 * that order, and unlearned by one that shows otherwise.
 */
export type LearnedOrder = {
  /** Polls in a row in which the newest stood at the top. */
  readonly goodPolls: number
  /** Conversations that other reads have seen move since the last poll was asked for: at the next one they must be in the first page. */
  readonly movedSincePoll: readonly string[]
  /** The same, for the poll that is under way. */
  readonly due: readonly string[]
}

export const UNKNOWN_ORDER: LearnedOrder = { goodPolls: 0, movedSincePoll: [], due: [] }

/** More than this fills the page: that one of them is not in it then says nothing. */
const MAX_OWED = 50

export function isLearned(order: LearnedOrder, goodPolls: number): boolean {
  return order.goodPolls >= goodPolls
}

export function withPollAsked(order: LearnedOrder): LearnedOrder {
  return { ...order, movedSincePoll: [], due: order.movedSincePoll }
}

export function withMoved(order: LearnedOrder, merged: readonly Merged[]): LearnedOrder {
  const moved = merged.filter(({ before, after }) => before !== undefined && hasMoved(before, after))
  return moved.length === 0
    ? order
    : { ...order, movedSincePoll: [...order.movedSincePoll, ...moved.map(({ after }) => after.id)] }
}

export function learn(order: LearnedOrder, firstPage: readonly Merged[]): LearnedOrder {
  const verdict = judgePoll(firstPage, order.due)
  return {
    ...order,
    due: [],
    goodPolls: verdict === 'stands' ? order.goodPolls + 1 : verdict === 'breaks' ? 0 : order.goodPolls,
  }
}

/**
 * Judged by the rows whose thread is on this device, for only theirs is the moment of the last message known. `silent`: too few
 * to say anything.
 */
export function judgePoll(firstPage: readonly Merged[], due: readonly string[]): 'stands' | 'breaks' | 'silent' {
  const shown = new Set(firstPage.map(({ after }) => after.id))
  if (due.length <= MAX_OWED && due.some((id) => !shown.has(id))) return 'breaks'
  const times = firstPage.flatMap(({ after }) =>
    after.newest == null || after.isActivityGuessed === true ? [] : [after.activityAt],
  )
  if (times.some((at, index) => at > (times[index - 1] ?? Infinity))) return 'breaks'
  return new Set(times).size < 2 ? 'silent' : 'stands'
}
