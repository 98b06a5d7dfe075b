import { describe, expect, it } from 'vitest'
import { hueOf, initialsOf } from '../../../src/ui/initials.ts'

describe('initialsOf', () => {
  it.each([
    ['John Smith', 'JS'],
    ['María-José Fernández de la Vega', 'MV'],
    ['zoë o’connor', 'ZO'],
    ['Аня Соколова', 'АС'],
    ['Tom', 'T'],
    ['john.smith@example.com', 'J'],
    // In these scripts two letters would join or form another word.
    ['محمد عبد الله', 'م'],
    ['山田 太郎', '山'],
    ['👩‍🚀 Stella', 'S'],
    ['👍', ''],
    ['+1 555 123 4567', ''],
    ['Prof. Dr. Anna Weber', 'AW'],
    ['Weber, Anna', 'AW'],
    ['John Doe, Jr.', 'JD'],
    ['Acme, Inc.', 'A'],
    ['Müller GmbH', 'M'],
    ['Dr.', 'D'],
    ['\u200b\u2060', ''],
    ['', ''],
  ])('turns %j into %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})

describe('hueOf', () => {
  it('returns the same hue for a seed, from 0 to 359, and different ones for others', () => {
    const hues = Array.from({ length: 200 }, (_, index) => hueOf(`cust_${index}`))
    expect(hueOf('cust_1')).toBe(hueOf('cust_1'))
    expect(hues.every((hue) => hue >= 0 && hue < 360)).toBe(true)
    expect(new Set(hues).size).toBeGreaterThan(12)
  })
})
