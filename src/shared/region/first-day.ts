import { readLocaleTag } from './locale-tag.ts'

/** Newer engines have a method, older ones a property. Some have neither. */
type WeekInfo = { readonly firstDay: number }
type LocaleWithWeek = Intl.Locale & { readonly weekInfo?: WeekInfo; getWeekInfo?(): WeekInfo }

/** The first day of the week: 0 is Sunday. Monday (ISO 8601) where the engine does not know the region's. */
export function regionalFirstDay(tag: string): number {
  const known = readLocaleTag(tag)
  if (known === null) return 1
  const locale: LocaleWithWeek = new Intl.Locale(known)
  // CLDR counts from Monday = 1 to Sunday = 7.
  return (locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 }).firstDay % 7
}
