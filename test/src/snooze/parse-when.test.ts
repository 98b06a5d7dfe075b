import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { choicesFor, refusalWords } from '../../../src/snooze/choices.ts'
import { parseWhen } from '../../../src/snooze/parse-when.ts'
import { presetsAt } from '../../../src/snooze/presets.ts'

const zone = process.env['TZ']

function inZone(name: string): void {
  process.env['TZ'] = name
}

afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

/** "Mon 30 Mar 09:00" in local time, followed by "?" when it depends on no reply. */
function parsed(text: string, now: Date): string {
  const when = parseWhen(text, now.getTime())
  if (when.kind === 'understood') return `${shown(when.until)}${when.unlessReply ? ' ?' : ''}`
  return when.kind === 'past' ? `past ${shown(when.at)}` : when.kind
}

function shown(at: number): string {
  return new Date(at)
    .toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
    .replaceAll(',', '')
    .replace(' at ', ' ')
}

describe('parseWhen on a Wednesday at 14:20', () => {
  beforeEach(() => inZone('Europe/Warsaw'))

  it.each([
    ['tomorrow 9', 'Thu 26 Nov 09:00'],
    ['Tomorrow at 9', 'Thu 26 Nov 09:00'],
    ['tomorrow', 'Thu 26 Nov 09:00'],
    ['tomorrow morning', 'Thu 26 Nov 09:00'],
    ['tomorrow 9:30', 'Thu 26 Nov 09:30'],
    ['tomorrow 3', 'Thu 26 Nov 15:00'],
    ['tomorrow 03:00', 'Thu 26 Nov 03:00'],
    ['tomorrow at noon', 'Thu 26 Nov 12:00'],
    ['in 2 hours', 'Wed 25 Nov 16:20'],
    ['2h', 'Wed 25 Nov 16:20'],
    ['in 20 min', 'Wed 25 Nov 14:40'],
    ['later', 'Wed 25 Nov 17:20'],
    ['later today', 'Wed 25 Nov 17:20'],
    ['eod', 'Wed 25 Nov 17:00'],
    ['tonight', 'Wed 25 Nov 22:00'],
    ['this evening', 'Wed 25 Nov 20:00'],
    ['5pm', 'Wed 25 Nov 17:00'],
    ['at 5', 'Wed 25 Nov 17:00'],
    ['9', 'Thu 26 Nov 09:00'],
    ['at 9', 'Thu 26 Nov 09:00'],
    ['noon', 'Thu 26 Nov 12:00'],
    ['midnight', 'Thu 26 Nov 00:00'],
    ['friday', 'Fri 27 Nov 09:00'],
    ['fri 10', 'Fri 27 Nov 10:00'],
    ['monday 9:15', 'Mon 30 Nov 09:15'],
    ['wednesday', 'Wed 2 Dec 09:00'],
    ['next week', 'Mon 30 Nov 09:00'],
    ['next week at 10', 'Mon 30 Nov 10:00'],
    ['next weekend', 'Sat 5 Dec 09:00'],
    ['next wednesday', 'Wed 2 Dec 09:00'],
    ['in 2 days', 'Fri 27 Nov 09:00'],
    ['27 nov', 'Fri 27 Nov 09:00'],
    ['nov 27', 'Fri 27 Nov 09:00'],
    ['2026-12-24 18:00', 'Thu 24 Dec 18:00'],
    ['if no reply by friday', 'Fri 27 Nov 09:00 ?'],
    ['If there is no reply by tomorrow 9', 'Thu 26 Nov 09:00 ?'],
    ['unless they reply by monday', 'Mon 30 Nov 09:00 ?'],
    ['if they don’t answer in 2 days', 'Fri 27 Nov 09:00 ?'],
    ['if nobody answers within 2 days', 'Fri 27 Nov 09:00 ?'],
    ['friday if no reply', 'Fri 27 Nov 09:00 ?'],
    ['no reply by friday', 'Fri 27 Nov 09:00 ?'],
    ['no answer tomorrow', 'Thu 26 Nov 09:00 ?'],
    ['tomorrow at 25:00', 'unknown'],
    ['friday 99', 'unknown'],
    ['yesterday', 'past Tue 24 Nov 09:00'],
    ['2 hours ago', 'past Wed 25 Nov 12:20'],
    ['today 9', 'past Wed 25 Nov 09:00'],
    ['2020-01-01', 'past Wed 1 Jan 09:00'],
    ['in 9000 days', 'unknown'],
    ['soon', 'unknown'],
    ['if no reply', 'unknown'],
    ['#!?', 'unknown'],
    ['', 'empty'],
    ['   ', 'empty'],
  ])('reads “%s” as %s', (text, expected) => {
    expect(parsed(text, new Date(2026, 10, 25, 14, 20))).toBe(expected)
  })
})

describe('parseWhen on a Friday', () => {
  beforeEach(() => inZone('America/New_York'))

  it.each([
    ['reads “friday” before nine as today', 'friday', 8, 'Fri 27 Nov 09:00'],
    ['reads “friday” after nine as next week', 'friday', 10, 'Fri 4 Dec 09:00'],
    ['reads “9” before nine as today', '9', 8, 'Fri 27 Nov 09:00'],
  ])('%s', (_, text, hour, expected) => {
    expect(parsed(text, new Date(2026, 10, 27, hour))).toBe(expected)
  })
})

describe('parseWhen when daylight saving starts in the night', () => {
  beforeEach(() => inZone('Europe/Berlin'))
  const evening = () => new Date(2026, 2, 28, 20, 0)

  it('keeps nine o’clock local time, and adds hours as elapsed time', () => {
    expect(parsed('tomorrow 9', evening())).toBe('Sun 29 Mar 09:00')
    expect(parseWhen('tomorrow 9', evening().getTime())).toMatchObject({ until: Date.UTC(2026, 2, 29, 7) })
    expect(parseWhen('in 12 hours', evening().getTime())).toMatchObject({ until: evening().getTime() + 12 * 3_600_000 })
  })

  it('moves a time in the skipped hour to the hour after', () => {
    expect(parsed('tomorrow 02:30', evening())).toBe('Sun 29 Mar 03:30')
  })
})

describe('parseWhen and presetsAt when daylight saving ends in the night', () => {
  beforeEach(() => inZone('Europe/Berlin'))

  it('keep nine o’clock local time after a day of 25 hours', () => {
    const before = new Date(2026, 9, 24, 9, 0).getTime()
    expect(parseWhen('tomorrow 9', before)).toMatchObject({ until: before + 25 * 3_600_000 })
    expect(presetsAt(before)).toContainEqual({ name: 'Tomorrow', says: 'day', until: before + 25 * 3_600_000 })
  })
})

it.each(['Asia/Kathmandu', 'Pacific/Kiritimati', 'America/St_Johns', 'UTC'])(
  'parseWhen uses the local day in %s',
  (name) => {
    inZone(name)
    expect(parsed('tomorrow 9', new Date(2026, 5, 10, 23, 50))).toBe('Thu 11 Jun 09:00')
    expect(parsed('in 20 min', new Date(2026, 5, 10, 23, 50))).toBe('Thu 11 Jun 00:10')
  },
)

describe('presetsAt and choicesFor', () => {
  beforeEach(() => inZone('Europe/Warsaw'))

  it.each([
    ['a Wednesday', [2026, 10, 25, 14, 20], 'Later today 17:00, Tomorrow 09:00, Monday 09:00, In a week 09:00'],
    ['a Wednesday evening', [2026, 10, 25, 18, 0], 'Tomorrow 09:00, Monday 09:00, In a week 09:00'],
    ['a Wednesday night', [2026, 10, 25, 22, 0], 'Tomorrow 09:00, Monday 09:00, In a week 09:00'],
    ['a Sunday', [2026, 10, 29, 10, 0], 'Later today 13:00, Tomorrow 09:00, In a week 09:00'],
    ['a Monday', [2026, 10, 30, 10, 0], 'Later today 13:00, Tomorrow 09:00, Monday 09:00'],
  ] as const)('offer the presets on %s', (_, [year, month, day, hour, minute], expected) => {
    const now = new Date(year, month, day, hour, minute)
    const presets = presetsAt(now.getTime())
    expect(presets.map(({ name, until }) => `${name} ${shown(until).slice(-5)}`).join(', ')).toBe(expected)
    const moments = presets.map(({ until }) => until)
    expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b))
  })

  it('offer the parsed time for typed text, or explain why it is not accepted', () => {
    const now = new Date(2026, 10, 25, 14, 20).getTime()
    const offered = (text: string) => choicesFor(parseWhen(text, now), now, false).map(({ name }) => name)
    expect(offered('if no reply by friday')).toEqual(['Remind if no reply'])
    expect(offered('friday')).toEqual(['Snooze'])
    expect(offered('yesterday')).toEqual([])
    expect(refusalWords('yesterday', parseWhen('yesterday', now), now)).toMatch(/^That time has passed: yesterday at /)
    expect(refusalWords('soon', parseWhen('soon', now), now)).toBe(
      'Couldn’t read “soon” as a time. Try “tomorrow 9am” or “in 2 days”.',
    )
    expect(refusalWords('', parseWhen('', now), now)).toBeNull()
    expect(choicesFor({ kind: 'empty' }, now, true).at(-1)).toMatchObject({ label: 'End snooze', snooze: null })
  })
})
