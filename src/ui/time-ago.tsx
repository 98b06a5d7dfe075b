import { isDate, writeDate } from './date-words.ts'
import { timeWords, type TimeFormat } from './time-words.ts'
import { useNow } from './use-now.ts'

type TimeAgoProps = {
  /** Epoch ms; null renders nothing. */
  readonly at: number | null
  /** `short` "5m" · `long` "5 minutes ago" · `clock` "10:42", "Tue", "12 Mar". */
  readonly format?: TimeFormat
}

/** A relative time that updates every minute. The full date is in its title. */
export function TimeAgo({ at, format = 'short' }: TimeAgoProps) {
  const now = useNow(60_000)
  if (at === null || !isDate(at)) return null
  return (
    <time dateTime={new Date(at).toISOString()} title={writeDate(at, 'full')}>
      {timeWords(at, now, format)}
    </time>
  )
}
