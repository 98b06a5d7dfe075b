import { describe, expect, it } from 'vitest'
import { NONE_PICKED, pick, type Picked } from '../../../src/catalogue/picked.ts'
import {
  frontPane,
  isCustomerCovering,
  isCustomerOpen,
  isPaneShown,
  layoutFor,
  type Pane,
} from '../../../src/view/layout.ts'

const NARROW = layoutFor(640)
const MEDIUM = layoutFor(1_000)
const USUAL = layoutFor(1_280)
const WIDE = layoutFor(1_920)
const VIEW = {
  layout: NARROW,
  pane: 'thread' as Pane,
  selectedId: 'c1' as string | null,
  run: null as object | null,
  picked: NONE_PICKED as Picked,
  isCustomerShown: false,
  isCustomerClosed: false,
  opensCustomer: true,
}

const SELECTION = pick(NONE_PICKED, ['c1', 'c2'])

describe('layoutFor', () => {
  it.each([
    [320, 'icons', 'one', 'alone', false],
    [640, 'icons', 'one', 'alone', false],
    [759.9, 'icons', 'one', 'alone', false],
    [760, 'icons', 'several', 'over', false],
    [999.9, 'icons', 'several', 'over', false],
    [1_000, 'names', 'several', 'over', false],
    [1_199.9, 'names', 'several', 'over', false],
    [1_200, 'names', 'several', 'beside', false],
    [1_919.9, 'names', 'several', 'beside', false],
    [1_920, 'names', 'several', 'beside', true],
    [5_120, 'names', 'several', 'beside', true],
  ])('at %i px shows the rail as %s, %s pane(s) and the customer %s', (width, rail, panes, customer, isWide) => {
    expect(layoutFor(width)).toEqual({ rail, panes, customer, isWide })
  })

  it('gives the same object for widths between two limits, so that a resize changes nothing', () => {
    expect(layoutFor(1_001)).toBe(layoutFor(1_150))
    expect(layoutFor(400)).toBe(layoutFor(500))
  })
})

describe('frontPane', () => {
  it.each<[what: string, change: Partial<typeof VIEW>, front: Pane | null]>([
    ['is the chosen pane', {}, 'thread'],
    ['is the list without a selected conversation', { selectedId: null }, 'list'],
    ['is the list while the user moves along it', { pane: 'list' }, 'list'],
    ['is the customer of the selected conversation', { pane: 'customer' }, 'customer'],
    ['is not the customer of no conversation', { pane: 'customer', selectedId: null }, 'list'],
    ['is the thread in focus mode, which has no list', { pane: 'list', run: {} }, 'thread'],
    ['is the end of focus mode', { pane: 'list', run: {}, selectedId: null }, 'thread'],
    ['is the customer in focus mode', { pane: 'customer', run: {} }, 'customer'],
    ['is the selection, which takes the place of the customer', { pane: 'customer', picked: SELECTION }, 'thread'],
    [
      'is the customer in focus mode while rows are picked',
      { pane: 'customer', run: {}, picked: SELECTION },
      'customer',
    ],
    ['is none while there is room for several', { layout: MEDIUM }, null],
  ])('%s', (_, change, front) => {
    expect(frontPane({ ...VIEW, ...change })).toBe(front)
  })

  it('hides the other panes', () => {
    expect(isPaneShown(VIEW, 'thread')).toBe(true)
    expect(isPaneShown(VIEW, 'list')).toBe(false)
    expect(isPaneShown({ ...VIEW, layout: USUAL }, 'list')).toBe(true)
  })
})

describe('isCustomerOpen', () => {
  it.each<[what: string, change: Partial<typeof VIEW>, isOpen: boolean]>([
    ['closed until the user opens it', { layout: USUAL }, false],
    ['open when the user has opened it', { layout: USUAL, isCustomerShown: true }, true],
    ['open in a wide window', { layout: WIDE }, true],
    ['closed in a wide window when the user has closed it', { layout: WIDE, isCustomerClosed: true }, false],
    ['closed in a wide window when the setting is off', { layout: WIDE, opensCustomer: false }, false],
    [
      'open in a wide window when the user has opened it and the setting is off',
      { layout: WIDE, opensCustomer: false, isCustomerShown: true },
      true,
    ],
    ['closed in a narrow window, although it is open in a wide one', { isCustomerShown: true }, false],
    ['open in a narrow window as the only pane', { pane: 'customer' }, true],
    ['open over the thread when the user has gone to it', { layout: MEDIUM, pane: 'customer' }, true],
    ['closed over the thread, although it is open beside it', { layout: MEDIUM, isCustomerShown: true }, false],
    ['closed while a selection takes its place', { layout: WIDE, isCustomerShown: true, picked: SELECTION }, false],
  ])('%s', (_, change, isOpen) => {
    expect(isCustomerOpen({ ...VIEW, ...change })).toBe(isOpen)
  })

  it.each<[what: string, change: Partial<typeof VIEW>, isCovering: boolean]>([
    ['covers the thread in a narrow window', { pane: 'customer' }, true],
    ['covers a part of the thread in a medium window', { layout: MEDIUM, pane: 'customer' }, true],
    ['covers nothing without a conversation', { layout: MEDIUM, pane: 'customer', selectedId: null }, false],
    ['covers no selection', { layout: MEDIUM, pane: 'customer', picked: SELECTION }, false],
    ['covers nothing beside the thread', { layout: USUAL, isCustomerShown: true }, false],
  ])('%s', (_, change, isCovering) => {
    expect(isCustomerCovering({ ...VIEW, ...change })).toBe(isCovering)
  })
})
