import { monthNames, weekdayNames } from '../../shared/region/calendar-names.ts'
import type { Day, Unit } from '../plan.ts'
import { COMMON_SPELLINGS, inDays, type NamedPart, PART, named, UNIT, type Vocabulary, setOf } from './vocabulary.ts'

const REPLY = '(?:repl(?:y|ies|ied)|answers?|answered|responds?|responded|response)'
const CUSTOMER = '(?:i get|i have|they|he|she|the customer|customer|anyone|anybody|someone|somebody)'
const NOT = "(?:(?:do|does|did|have|has) ?n[o']t|don't|doesn't|didn't|haven't|hasn't|dont|doesnt|didnt)"
const NOBODY = '(?:nobody|no one|noone)'
const NO_REPLY = new RegExp(
  [
    `\\b(?:if|when) (?:there is |there's |there are |i get |i have )?(?:no|nobody|noone|no one) ?${REPLY}\\b`,
    `\\b(?:if|when) ${NOBODY} (?:has |have )?${REPLY}\\b`,
    `\\b(?:if|when) ${CUSTOMER} ${NOT} ${REPLY}\\b`,
    `\\bunless (?:there is |there's )?(?:${CUSTOMER} )?(?:an? )?${REPLY}\\b`,
    `\\bno ${REPLY}\\b`,
  ].join('|'),
)

export function englishVocabulary(): Vocabulary {
  return {
    spellings: [
      ...COMMON_SPELLINGS,
      [/\b(?:tmr|tmrw|tomorow|tommorow|tommorrow|2morrow)\b/g, 'tomorrow'],
      [/\ban hour and a half\b/g, '90 minutes'],
      [/\bend of the (week|month)\b/g, 'end of $1'],
    ],
    noReply: [[NO_REPLY, ' ']],
    joining: setOf('at, on, by, until, till, til, the, this, coming'),
    days: named<Day>([
      ['today', inDays(0)],
      ['tomorrow', inDays(1)],
      ['yesterday', inDays(-1)],
      ['day after tomorrow', inDays(2)],
      ['next week', { kind: 'next-week' }],
      ['next month', { kind: 'next-month' }],
      ['next year', { kind: 'next-year' }],
      ['eow, end of week', { kind: 'end-of-week' }],
      ['eom, end of month', { kind: 'end-of-month' }],
    ]),
    weekdays: named([
      ...weekdayNames('en'),
      ['tues', 2],
      ['weds, wednes, wednsday', 3],
      ['thur, thurs', 4],
      ['satur, weekend', 6],
    ]),
    months: named([...monthNames('en'), ['sept', 9]]),
    next: setOf('next'),
    beforeDayOfMonth: new Set(),
    ordinals: setOf('st, nd, rd, th'),
    of: setOf('of'),
    partsOfDay: named<NamedPart>([
      ['morning', PART.morning],
      ['noon, midday, lunchtime', PART.noon],
      ['afternoon', PART.afternoon],
      ['evening', PART.evening],
      ['night', PART.night],
      ['tonight', { ...PART.night, isToday: true }],
      ['midnight', PART.midnight],
      ['eod, cob, end of day, end of the day, close of business', PART.endOfWork],
    ]),
    beforePart: named<'any day' | 'today'>([
      ['this', 'today'],
      ['in, at, the', 'any day'],
    ]),
    numbers: named([
      ['half a, half an', 0.5],
      ['a, an, one', 1],
      ['two, a couple, a couple of', 2],
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
    ]),
    units: named<Unit>([
      ['m, min, mins, minute, minutes', UNIT.minute],
      ['h, hr, hrs, hour, hours', UNIT.hour],
      ['d, day, days', UNIT.day],
      ['w, wk, wks, week, weeks', UNIT.week],
      ['fortnight, fortnights', UNIT.fortnight],
      ['month, months', UNIT.month],
      ['y, yr, yrs, year, years', UNIT.year],
    ]),
    later: named<true>([['later, later today', true]]),
    beforeAmount: named<1 | -1>([['in, within, after, for', 1]]),
    afterAmount: named<1 | -1>([
      ['from now, later', 1],
      ['ago', -1],
    ]),
    and: setOf('and'),
    at: named<true>([['at, @', true]]),
    oClock: named<true>([["o'clock, oclock, uhr, hrs", true]]),
  }
}
