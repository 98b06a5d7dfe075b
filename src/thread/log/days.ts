import type { ThreadItem } from '../../db/overlay.ts'
import { text } from '../../strings/text.ts'
import { writeDate } from '../../ui/date-words.ts'

/** One row of the log: a day, the line above the messages that arrived after ours was written, or a message. */
export type LogRow =
  | { readonly kind: 'day'; readonly key: string; /** Epoch ms: any time on that day. */ readonly at: number }
  | { readonly kind: 'news'; readonly key: string }
  | {
      readonly kind: 'message'
      readonly key: string
      readonly item: ThreadItem
      /** Position among the messages, from 1. */
      readonly position: number
      /** The first message of a group shows sender and time; the last one has space below. */
      readonly startsGroup: boolean
      readonly endsGroup: boolean
    }

/** A pause longer than this, ms, starts a new group, which shows its time. */
const PAUSE_MS = 5 * 60_000

/** Arranges messages by day and group, in the given order. A message without a time stays with the one before it. */
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
      next !== undefined && next.key !== firstNews && isSameGroup(item, next) && !isInAnotherDay(next, day)
    const endsGroup = !isFollowed
    rows.push({ kind: 'message', key, item, position: index + 1, startsGroup, endsGroup })
    startsGroup = endsGroup
  }
  return rows
}

/** Today, Yesterday, or a weekday with its date, and with the year if it is not this one. Both epoch ms. */
export function dayWords(at: number, now: number): string {
  const day = dayAround(now)
  if (at >= day.startAt && at < day.endAt) return text('thread.log.today')
  const yesterday = dayAround(day.startAt - 1)
  if (at >= yesterday.startAt && at < yesterday.endAt) return text('thread.log.yesterday')
  return writeDate(at, new Date(at).getFullYear() === new Date(now).getFullYear() ? 'day' : 'dayAndYear')
}

type Day = { readonly startAt: number; readonly endAt: number }

/** From midnight to midnight, local time. With daylight saving time a day may have 23 or 25 hours. */
function dayAround(at: number): Day {
  const date = new Date(at)
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()]
  return { startAt: new Date(year, month, day).getTime(), endAt: new Date(year, month, day + 1).getTime() }
}

/** The first message that arrived after ours was written, if ours asks the user about it; otherwise null. */
function firstNewsOf(items: readonly ThreadItem[]): string | null {
  const asking = items.find(({ echo }) => echo !== null && echo.news.length > 0)
  return asking?.echo?.news[0]?.id ?? null
}

function isInAnotherDay(item: ThreadItem, day: Day | null): boolean {
  if (item.at === null) return false
  return day === null || item.at < day.startAt || item.at >= day.endAt
}

function isSameGroup(item: ThreadItem, next: ThreadItem): boolean {
  if (item.sender !== next.sender || item.isMine !== next.isMine) return false
  return item.at === null || next.at === null || Math.abs(next.at - item.at) <= PAUSE_MS
}

/** Makes the key unique, because the server may give two messages the same id. */
function uniqueKey(key: string, taken: Set<string>): string {
  let unique = key
  for (let copy = 2; taken.has(unique); copy++) unique = `${key} (${copy})`
  taken.add(unique)
  return unique
}
