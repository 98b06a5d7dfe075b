import type { Language } from '../language.ts'

/** The long and short names of the weekdays in lower case; 0 is Sunday. */
export function weekdayNames(language: Language): ReadonlyMap<string, number> {
  const days = Array.from({ length: 7 }, (_, weekday) => ({ number: weekday, at: Date.UTC(2026, 1, 1 + weekday) }))
  return namesIn(language, 'weekday', days, [{ weekday: 'long' }, { weekday: 'short' }])
}

/** The long and short names of the months in lower case; 1 is January. Some languages have other short names beside a day. */
export function monthNames(language: Language): ReadonlyMap<string, number> {
  const days = Array.from({ length: 12 }, (_, index) => ({ number: index + 1, at: Date.UTC(2026, index, 1) }))
  return namesIn(language, 'month', days, [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ])
}

function namesIn(
  language: Language,
  type: 'weekday' | 'month',
  days: readonly { readonly number: number; readonly at: number }[],
  options: readonly Intl.DateTimeFormatOptions[],
): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const option of options) {
    const format = new Intl.DateTimeFormat(language, { ...option, calendar: 'gregory', timeZone: 'UTC' })
    for (const { number, at } of days) {
      const name = format.formatToParts(at).find((part) => part.type === type)?.value
      if (name !== undefined) names.set(name.toLowerCase().replace(/\.$/, ''), number)
    }
  }
  return names
}
