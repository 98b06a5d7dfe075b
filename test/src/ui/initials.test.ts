import { describe, expect, it } from 'vitest'
import { hueOf, initialsOf } from '../../../src/ui/initials.ts'

describe('initials', () => {
  it.each([
    ['John Smith', 'JS'],
    ['María-José Fernández de la Vega', 'MV'],
    ['zoë o’connor', 'ZO'],
    ['Аня Соколова', 'АС'],
    ['Tom', 'T'],
    ['john.smith@example.com', 'J'],
    // Letters of these scripts join or mean another word when two are put together.
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
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})

describe('the hue of a seed', () => {
  it('is the same each time, within the circle, and not the same for all', () => {
    const hues = Array.from({ length: 200 }, (_, index) => hueOf(`cust_${index}`))
    expect(hueOf('cust_1')).toBe(hueOf('cust_1'))
    expect(hues.every((hue) => hue >= 0 && hue < 360)).toBe(true)
    expect(new Set(hues).size).toBeGreaterThan(12)
  })
})
