import { hasMoved, type Merged } from '../db/merge.ts'

/**
 * Whether this server lists the newest activity first. The API's documentation does not say, so sync learns it from polls: ordered rows
 * confirm it, and one poll with unordered rows refutes it.
 */
export type LearnedOrder = {
  /** Polls in a row whose rows were newest first. */
  readonly orderedPolls: number
  /** Conversations that other reads have seen change since the last poll started. The next poll must show them on the first page. */
  readonly movedSincePoll: readonly string[]
  /** The same, for the running poll. */
  readonly expectedInPoll: readonly string[]
}

export const UNKNOWN_ORDER: LearnedOrder = { orderedPolls: 0, movedSincePoll: [], expectedInPoll: [] }

/** More than this may not fit on the page, so a missing one refutes nothing. */
const MAX_EXPECTED = 50

export function isLearned(order: LearnedOrder, orderedPolls: number): boolean {
  return order.orderedPolls >= orderedPolls
}

export function notePollStarted(order: LearnedOrder): LearnedOrder {
  return { ...order, movedSincePoll: [], expectedInPoll: order.movedSincePoll }
}

export function noteMoved(order: LearnedOrder, merged: readonly Merged[]): LearnedOrder {
  const moved = merged.filter(({ before, after }) => before !== undefined && hasMoved(before, after))
  return moved.length === 0
    ? order
    : { ...order, movedSincePoll: [...order.movedSincePoll, ...moved.map(({ after }) => after.id)] }
}

export function learn(order: LearnedOrder, firstPage: readonly Merged[]): LearnedOrder {
  const rowOrder = rowOrderOf(firstPage, order.expectedInPoll)
  return {
    ...order,
    expectedInPoll: [],
    orderedPolls: rowOrder === 'ordered' ? order.orderedPolls + 1 : rowOrder === 'unordered' ? 0 : order.orderedPolls,
  }
}

/**
 * Compares only rows whose thread is on this device, because only their last message has a known time. `unknown`: there are too few of
 * them.
 */
export function rowOrderOf(
  firstPage: readonly Merged[],
  expected: readonly string[],
): 'ordered' | 'unordered' | 'unknown' {
  const shown = new Set(firstPage.map(({ after }) => after.id))
  if (expected.length <= MAX_EXPECTED && expected.some((id) => !shown.has(id))) return 'unordered'
  const times = firstPage.flatMap(({ after }) =>
    after.newest == null || after.isActivityGuessed === true ? [] : [after.activityAt],
  )
  if (times.some((at, index) => at > (times[index - 1] ?? Infinity))) return 'unordered'
  return new Set(times).size < 2 ? 'unknown' : 'ordered'
}
