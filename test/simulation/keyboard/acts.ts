import fc from 'fast-check'

/** An event in the window: a key, a click, or a late drawing or response. */
export type Act =
  | { readonly kind: 'key'; readonly key: string; readonly shiftKey?: boolean; readonly ctrlKey?: boolean }
  | { readonly kind: 'click row'; readonly index: number }
  | { readonly kind: 'click thread' }
  | { readonly kind: 'click composer' }
  | { readonly kind: 'click view'; readonly name: 'inbox' | 'all' | 'snoozed' }
  | { readonly kind: 'notification'; readonly index: number }
  | { readonly kind: 'list changes'; readonly index: number }
  | { readonly kind: 'draw thread' }
  | { readonly kind: 'draw list' }
  | { readonly kind: 'draw dialog' }
  | { readonly kind: 'frame' }
  | { readonly kind: 'responses arrive' }

/** Letters for text and for commands. */
const LETTERS = [...'abcdefghijklmnopqrsuvwxyz'] as const

const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LETTERS).map((letter) => ({ kind: 'key', key: letter }) as const) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('r', 'l', 'e', 's', 'j', 'k').map((k) => ({ kind: 'key', key: k }) as const),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('#', '.', ' ', 'Enter', 'Backspace', 'Escape', 'ArrowDown')
      .map((k) => ({ kind: 'key', key: k }) as const),
  },
  { weight: 1, arbitrary: fc.constantFrom('E', 'U').map((k) => ({ kind: 'key', key: k, shiftKey: true }) as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('k', 'n', 'z').map((k) => ({ kind: 'key', key: k, ctrlKey: true }) as const),
  },
)

const rowIndex = fc.integer({ min: 0, max: 4 })

const otherAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: rowIndex.map((index) => ({ kind: 'click row', index }) as const) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'click thread' } as const, { kind: 'click composer' } as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('inbox', 'all', 'snoozed').map((name) => ({ kind: 'click view', name }) as const),
  },
  { weight: 1, arbitrary: rowIndex.map((index) => ({ kind: 'notification', index }) as const) },
  { weight: 1, arbitrary: rowIndex.map((index) => ({ kind: 'list changes', index }) as const) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      { kind: 'draw thread' } as const,
      { kind: 'draw list' } as const,
      { kind: 'draw dialog' } as const,
      { kind: 'frame' } as const,
      { kind: 'responses arrive' } as const,
    ),
  },
)

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: key as fc.Arbitrary<Act> },
  { weight: 2, arbitrary: otherAct },
)

const letters = fc
  .array(fc.constantFrom(...LETTERS), { maxLength: 5, size: 'max' })
  .map((typed) => typed.map((letter): Act => ({ kind: 'key', key: letter })))

const press = (letter: string): Act => ({ kind: 'key', key: letter })

/** A typical reply: a row, R or L, the first letters, other events, and the remaining letters once the field is drawn. */
const reply = fc
  .tuple(rowIndex, fc.constantFrom('r', 'r', 'l'), letters, fc.array(anyAct, { maxLength: 2 }), letters)
  .map(([index, field, first, between, rest]): readonly Act[] => [
    press('Escape'),
    { kind: 'click row', index },
    press(field),
    ...first,
    ...between,
    { kind: 'responses arrive' },
    { kind: 'draw thread' },
    { kind: 'draw dialog' },
    { kind: 'frame' },
    ...rest,
  ])

export const acts: fc.Arbitrary<readonly Act[]> = fc
  .array(
    fc.oneof({ weight: 20, arbitrary: anyAct.map((act): readonly Act[] => [act]) }, { weight: 1, arbitrary: reply }),
    { minLength: 20, maxLength: 50, size: 'max' },
  )
  .map((parts) => parts.flat())
