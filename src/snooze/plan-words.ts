/** A unit of time: either in ms, or in calendar days or months. */
export type Unit =
  | { readonly ms: number }
  | { readonly kind: 'in-days' | 'in-months'; /** Days or months per unit. */ readonly times: number }

/** A part of the day: its default hour, and the range of hours that "at 7" may mean in it. */
export type PartOfDay = { readonly hour: number; readonly from: number; readonly to: number }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

export const UNITS = named<Unit>([
  ['m min mins minute minutes', { ms: MINUTE_MS }],
  ['h hr hrs hour hours', { ms: HOUR_MS }],
  ['d day days', { kind: 'in-days', times: 1 }],
  ['w wk wks week weeks', { kind: 'in-days', times: 7 }],
  ['fortnight fortnights', { kind: 'in-days', times: 14 }],
  ['month months', { kind: 'in-months', times: 1 }],
  ['y yr yrs year years', { kind: 'in-months', times: 12 }],
])

export const NUMBERS = named<number>([
  ['a an one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['twelve', 12],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
])

/** 0 is Sunday. "Weekend" means Saturday. */
export const WEEKDAYS = named<number>([
  ['sun sunday', 0],
  ['mon monday', 1],
  ['tue tues tuesday', 2],
  ['wed weds wednes wednesday wednsday', 3],
  ['thu thur thurs thursday', 4],
  ['fri friday', 5],
  ['sat satur saturday weekend', 6],
])

/** 1 is January. */
export const MONTHS = named<number>([
  ['jan january', 1],
  ['feb february', 2],
  ['mar march', 3],
  ['apr april', 4],
  ['may', 5],
  ['jun june', 6],
  ['jul july', 7],
  ['aug august', 8],
  ['sep sept september', 9],
  ['oct october', 10],
  ['nov november', 11],
  ['dec december', 12],
])

/** "Morning" is the start of work. Midnight is the end of its day. */
export const PARTS_OF_DAY: ReadonlyMap<string, PartOfDay> = new Map([
  ['morning', { hour: 9, from: 0, to: 11 }],
  ['noon', onlyAt(12)],
  ['midday', onlyAt(12)],
  ['lunchtime', onlyAt(12)],
  ['afternoon', { hour: 15, from: 12, to: 18 }],
  ['evening', { hour: 20, from: 16, to: 23 }],
  ['night', { hour: 22, from: 18, to: 23 }],
  ['tonight', { hour: 22, from: 18, to: 23 }],
  ['midnight', onlyAt(24)],
  ['eod', onlyAt(17)],
  ['cob', onlyAt(17)],
  ['end of day', onlyAt(17)],
  ['end of the day', onlyAt(17)],
  ['close of business', onlyAt(17)],
])

/** Alternative spellings and their replacements. */
export const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b([ap])\. ?m\b\.?/g, '$1m'],
  [/\b(?:tmr|tmrw|tomorow|tommorow|tommorrow|2morrow)\b/g, 'tomorrow'],
  [/\ban hour and a half\b/g, '90 minutes'],
  [/(\d)h(\d{1,2})m?\b/g, '$1h $2m'],
  [/^(\d{4}-\d\d-\d\d)t(?=\d)/g, '$1 '],
  [/\bend of the (week|month)\b/g, 'end of $1'],
]

function onlyAt(hour: number): PartOfDay {
  return { hour, from: hour, to: hour }
}

function named<T>(table: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  return new Map(table.flatMap(([names, value]) => names.split(' ').map((name) => [name, value] as const)))
}
