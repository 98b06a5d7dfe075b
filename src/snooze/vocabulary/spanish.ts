import { monthNames, weekdayNames } from '../../shared/region/calendar-names.ts'
import type { Day, Unit } from '../plan.ts'
import { COMMON_SPELLINGS, inDays, type NamedPart, PART, named, UNIT, type Vocabulary, setOf } from './vocabulary.ts'

const CUSTOMER = '(?:el cliente|la clienta|la cliente|cliente|alguien)'
const ANSWERS = '(?:responden?|contestan?|respondio|contesto|(?:ha|han) (?:respondido|contestado))'
const NO_ANSWER = `(?:no (?:hay|llega|recibo|tengo) (?:ninguna )?respuesta|(?:no|nadie) (?:me |nos )?${ANSWERS})`
const BEFORE = /(?: antes del?\b)?/.source

export function spanishVocabulary(): Vocabulary {
  const weekdays = named([...weekdayNames('es'), ['fin de semana', 6], ['sab', 6]])
  const weekday = [...weekdays.keys()].join('|')
  return {
    spellings: [
      [/\b(a las?) (\d{1,2})h(\d\d)\b/g, '$1 $2:$3'],
      [/\b(a las?) (\d{1,2}(?:[:.]\d\d)?)h\b/g, '$1 $2'],
      [/\b(a las?) (\d{1,2}) y media\b/g, '$1 $2:30'],
      [/\b(a las?) (\d{1,2}) y cuarto\b/g, '$1 $2:15'],
      ...COMMON_SPELLINGS,
      [/\b(?:una )?hora y media\b/g, '90 minutos'],
      [/(\d),(\d{1,2})(?= ?[a-z])/g, '$1.$2'],
      // "El próximo lunes" is the coming one.
      [new RegExp(`\\bproximo (${weekday})\\b`, 'g'), '$1'],
      [new RegExp(`\\b(${weekday}) (?:proximo|que viene)\\b`, 'g'), '$1'],
    ],
    noReply: [
      [
        new RegExp(`\\bsi (?:${CUSTOMER} )?(?:antes del? )?(.*?) ?(?:\\b${CUSTOMER} )?\\b${NO_ANSWER}\\b${BEFORE}`),
        ' $1 ',
      ],
      [
        new RegExp(
          `\\b(?:a menos|a no ser|salvo) que (?:${CUSTOMER} )?(?:respondan?|contesten?|haya respuesta)\\b${BEFORE}`,
        ),
        ' ',
      ],
      [new RegExp(`\\bsin respuesta\\b${BEFORE}`), ' '],
    ],
    joining: setOf('a, al, de, del, el, esta, este, hasta, la, para'),
    days: named<Day>([
      ['hoy', inDays(0)],
      ['mañana', inDays(1)],
      ['pasado mañana', inDays(2)],
      ['ayer', inDays(-1)],
      ['anteayer, antes de ayer', inDays(-2)],
      ['próxima semana, semana próxima, semana que viene', { kind: 'next-week' }],
      ['próximo mes, mes próximo, mes que viene', { kind: 'next-month' }],
      ['próximo año, año próximo, año que viene', { kind: 'next-year' }],
      ['final de semana, final de la semana, finales de semana', { kind: 'end-of-week' }],
      ['fin de mes, final de mes, final del mes, finales de mes', { kind: 'end-of-month' }],
    ]),
    weekdays,
    months: named([...monthNames('es'), ['sep, set, setiembre', 9]]),
    next: new Set(),
    beforeDayOfMonth: setOf('el, dia'),
    ordinals: setOf('o'),
    of: setOf('de, del'),
    partsOfDay: named<NamedPart>([
      ['la mañana', PART.morning],
      ['esta mañana', { ...PART.morning, isToday: true }],
      ['madrugada', { hour: 6, from: 0, to: 6 }],
      ['mediodía', { hour: 12, from: 11, to: 15 }],
      ['tarde', { ...PART.afternoon, to: 20 }],
      ['noche', { ...PART.evening, from: 18 }],
      ['medianoche', PART.midnight],
      ['fin del día, final del día, fin de la jornada, final de la jornada', PART.endOfWork],
    ]),
    beforePart: named<'any day' | 'today'>([
      ['esta, este', 'today'],
      ['a, al, de, del, el, en, la, por', 'any day'],
    ]),
    numbers: named([
      ['media', 0.5],
      ['un, una, uno', 1],
      ['dos, un par de', 2],
      ['tres', 3],
      ['cuatro', 4],
      ['cinco', 5],
      ['seis', 6],
      ['siete', 7],
      ['ocho', 8],
      ['nueve', 9],
      ['diez', 10],
      ['doce', 12],
      ['quince', 15],
      ['veinte', 20],
      ['treinta', 30],
      ['cuarenta', 40],
    ]),
    units: named<Unit>([
      ['m, min, mins, minuto, minutos', UNIT.minute],
      ['h, hr, hrs, hora, horas', UNIT.hour],
      ['d, día, días', UNIT.day],
      ['sem, semana, semanas', UNIT.week],
      ['mes, meses', UNIT.month],
      ['año, años', UNIT.year],
    ]),
    later: named<true>([['luego, más tarde, más tarde hoy, hoy más tarde', true]]),
    beforeAmount: named<1 | -1>([
      ['en, dentro de, durante, tras', 1],
      ['hace', -1],
    ]),
    afterAmount: named<1 | -1>([
      ['después, más tarde', 1],
      ['atrás', -1],
    ]),
    and: setOf('y'),
    at: named<true>([['a la, a las, @', true]]),
    oClock: named<true>([['en punto, h, horas', true]]),
  }
}
