import { monthNames, weekdayNames } from '../../shared/region/calendar-names.ts'
import type { Day, Unit } from '../plan.ts'
import {
  COMMON_SPELLINGS,
  inDays,
  type NamedPart,
  PART,
  named,
  type Spelling,
  UNIT,
  type Vocabulary,
  setOf,
} from './vocabulary.ts'

const REPLY = '(?:antwort|ruckmeldung|rueckmeldung|reaktion)'
const CUSTOMER = '(?:er|sie|der kunde|die kundin|kunde|kundin|man|jemand)'
const ANSWERS = '(?:antwortet|antworten|reagiert|reagieren|geantwortet (?:hat|haben|wird))'
const NO_ANSWER = `(?:keine ${REPLY}(?: (?:da ist|eingeht|eintrifft|erfolgt|kommt|vorliegt))?|(?:niemand|keiner|nicht) ${ANSWERS})`

/** "Halb 10" is 9:30. */
const HALF_HOURS = Array.from({ length: 12 }, (_, index): Spelling => {
  return [new RegExp(`\\bhalb ${index + 1}\\b`, 'g'), `${index === 0 ? 12 : index}:30`]
})

export function germanVocabulary(): Vocabulary {
  return {
    spellings: [
      ...COMMON_SPELLINGS,
      ...HALF_HOURS,
      // "Freitagabend"
      [/\b(\w+tag|mittwoch|sonnabend)(morgen|fruh|vormittag|mittag|nachmittag|abend|nacht)\b/g, '$1 $2'],
      // "9 Uhr 30"
      [/\b(\d{1,2}) ?uhr ([0-5]\d)(?![\d.:/])/g, '$1:$2'],
      [/(\d)uhr\b/g, '$1 uhr'],
      [/(\d),(\d{1,2})(?= ?[a-z])/g, '$1.$2'],
    ],
    noReply: [
      [
        new RegExp(`\\b(?:wenn|falls|sofern) (?:es )?(?:${CUSTOMER} )?(.*?) ?(?:\\b${CUSTOMER} )?\\b${NO_ANSWER}\\b`),
        ' $1 ',
      ],
      [new RegExp(`\\b(?:es sei denn|ausser),? (?:wenn )?(?:${CUSTOMER} )?${ANSWERS}\\b`), ' '],
      [new RegExp(`\\b(?:keine|ohne) ${REPLY}\\b`), ' '],
    ],
    joining: setOf(
      'am, an, bis, das, dem, den, der, die, diese, diesen, dieser, dieses, gegen, kommende, kommenden, kommender, zum, zur',
    ),
    days: named<Day>([
      ['heute', inDays(0)],
      ['morgen', inDays(1)],
      ['übermorgen', inDays(2)],
      ['gestern', inDays(-1)],
      ['vorgestern', inDays(-2)],
      ['nächste woche, nächster woche, kommende woche, kommender woche', { kind: 'next-week' }],
      ['in der nächsten woche, in der kommenden woche, in nächster woche', { kind: 'next-week' }],
      ['nächsten monat, nächster monat, kommenden monat', { kind: 'next-month' }],
      ['im nächsten monat, im kommenden monat', { kind: 'next-month' }],
      ['nächstes jahr, kommendes jahr, im nächsten jahr, im kommenden jahr', { kind: 'next-year' }],
      ['ende der woche, ende dieser woche', { kind: 'end-of-week' }],
      ['ende des monats, ende dieses monats, monatsende', { kind: 'end-of-month' }],
    ]),
    weekdays: named([...weekdayNames('de'), ['sonnabend, wochenende', 6]]),
    months: named([...monthNames('de'), ['jänner', 1], ['feber', 2], ['sept', 9]]),
    next: setOf('nächste, nächsten, nächster, nächstes'),
    beforeDayOfMonth: new Set(),
    ordinals: setOf('., te, ten, ter'),
    of: new Set(),
    partsOfDay: named<NamedPart>([
      ['morgen, morgens, früh, vormittag, vormittags', PART.morning],
      ['mittag, mittags', { hour: 12, from: 11, to: 14 }],
      ['nachmittag, nachmittags', PART.afternoon],
      ['abend, abends', PART.evening],
      ['nacht, nachts', PART.night],
      ['mitternacht', PART.midnight],
      ['feierabend, ende des tages, tagesende', PART.endOfWork],
    ]),
    beforePart: named<'any day' | 'today'>([
      ['diesen, dieser', 'today'],
      ['am, der, gegen, im, in, um, zu, zum, zur', 'any day'],
    ]),
    numbers: named([
      ['eine halbe, einer halben, halbe, halben', 0.5],
      ['ein, eine, einem, einen, einer, eins', 1],
      ['anderthalb, eineinhalb', 1.5],
      ['zwei', 2],
      ['drei', 3],
      ['vier', 4],
      ['fünf', 5],
      ['sechs', 6],
      ['sieben', 7],
      ['acht', 8],
      ['neun', 9],
      ['zehn', 10],
      ['zwölf', 12],
      ['fünfzehn', 15],
      ['zwanzig', 20],
      ['dreißig', 30],
      ['vierzig', 40],
    ]),
    units: named<Unit>([
      ['m, min, minute, minuten', UNIT.minute],
      ['h, std, stunde, stunden', UNIT.hour],
      ['d, t, tag, tage, tagen', UNIT.day],
      ['w, woche, wochen', UNIT.week],
      ['monat, monate, monaten', UNIT.month],
      ['j, jahr, jahre, jahren', UNIT.year],
    ]),
    later: named<true>([['später, später heute, heute später', true]]),
    beforeAmount: named<1 | -1>([
      ['in, nach, innerhalb, innerhalb von, binnen, für', 1],
      ['vor', -1],
    ]),
    afterAmount: named<1 | -1>([['ab jetzt, später', 1]]),
    and: setOf('und'),
    at: named<true>([['um, @', true]]),
    oClock: named<true>([['uhr, h', true]]),
  }
}
