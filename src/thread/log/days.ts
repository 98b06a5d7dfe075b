import type { ThreadItem } from '../../db/overlay.ts'
import { writeDate } from '../../ui/date-words.ts'

/** One line of the log: a day's name, the place from which on a message of ours was overtaken, or a message with its place in a run of one sender's messages. */
export type LogRow =
  | { readonly kind: 'day'; readonly key: string; /** Epoch ms: a moment of that day. */ readonly at: number }
  | { readonly kind: 'news'; readonly key: string }
  | {
      readonly kind: 'message'
      readonly key: string
      readonly item: ThreadItem
      /** Among the messages, from 1. */
      readonly position: number
      /** The first of a run says who and when; the last one stands apart from what follows. */
      readonly startsGroup: boolean
      readonly endsGroup: boolean
    }

/** A pause longer than this, ms, begins a new run even if the sender is the same: its time is worth saying. */
const PAUSE_MS = 5 * 60_000

/** Lays a thread out in days and runs, in the order it is given. A message without a time belongs to what is before it. */
export function layOut(items: readonly ThreadItem[]): readonly LogRow[] {
  const rows: LogRow[] = []
  const keys = new Set<string>()
  const firstNews = firstNewsOf(items)
  let day: Day | null = null
  let startsGroup = true
  for (const [index, item] of items.entries()) {
    const key = uniqueKey(item.key, keys)
    if (item.at !== null && (day === null || item.at < day.startAt || item.at >= day.endAt)) {
      day = dayAround(item.at)
      rows.push({ kind: 'day', key: uniqueKey(`day ${key}`, keys), at: item.at })
      startsGroup = true
    }
    if (item.key === firstNews) {
      rows.push({ kind: 'news', key: uniqueKey(`news ${key}`, keys) })
      startsGroup = true
    }
    const next = items[index + 1]
    const isFollowed =
      next !== undefined && next.key !== firstNews && isSameRun(item, next) && !isInAnotherDay(next, day)
    const endsGroup = !isFollowed
    rows.push({ kind: 'message', key, item, position: index + 1, startsGroup, endsGroup })
    startsGroup = endsGroup
  }
  return rows
}

/** Today, Yesterday, a weekday with its date, and the year once it is another one. Both epoch ms. */
export function dayWords(at: number, now: number): string {
  const day = dayAround(now)
  if (at >= day.startAt && at < day.endAt) return 'Today'
  const yesterday = dayAround(day.startAt - 1)
  if (at >= yesterday.startAt && at < yesterday.endAt) return 'Yesterday'
  return writeDate(at, new Date(at).getFullYear() === new Date(now).getFullYear() ? 'day' : 'dayAndYear')
}

type Day = { readonly startAt: number; readonly endAt: number }

/** From midnight to midnight where the person is; with summer time a day may have 23 or 25 hours. */
function dayAround(at: number): Day {
  const date = new Date(at)
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()]
  return { startAt: new Date(year, month, day).getTime(), endAt: new Date(year, month, day + 1).getTime() }
}

/** The message from which on the first of ours that asks about newer words was overtaken; null when none was. */
function firstNewsOf(items: readonly ThreadItem[]): string | null {
  const asking = items.find(({ echo }) => echo !== null && echo.news.length > 0)
  return asking?.echo?.news[0]?.id ?? null
}

function isInAnotherDay(item: ThreadItem, day: Day | null): boolean {
  if (item.at === null) return false
  return day === null || item.at < day.startAt || item.at >= day.endAt
}

function isSameRun(one: ThreadItem, next: ThreadItem): boolean {
  if (one.sender !== next.sender || one.isMine !== next.isMine) return false
  return one.at === null || next.at === null || Math.abs(next.at - one.at) <= PAUSE_MS
}

/** A server that gives two messages one id must not cost us one of them. */
function uniqueKey(key: string, taken: Set<string>): string {
  let unique = key
  for (let copy = 2; taken.has(unique); copy++) unique = `${key} (${copy})`
  taken.add(unique)
  return unique
}
