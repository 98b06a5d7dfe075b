import { afterEach, describe, expect, it } from 'vitest'
import { FIELDS } from '../../../src/commands/fields.ts'
import { NO_UNDO, type UndoOutcome } from '../../../src/commands/revert.ts'
import { undoResultText } from '../../../src/commands/undo-text.ts'
import { setLanguage, type TextLanguage } from '../../../src/shared/language.ts'
import { loadTexts } from '../../../src/strings/text.ts'

await Promise.all([loadTexts('de'), loadTexts('es')])

afterEach(() => setLanguage('en'))

const change = (name: string, before = 'open') => ({ conversationId: name, name, before, after: 'closed' })
const conflict = (name: string) => ({ ...change(name), now: 'resolved' })

const OUTCOMES = {
  one: { undone: [change('Ana')] },
  many: { undone: [change('Ana'), change('Ben')] },
  mixed: { undone: [change('Ana'), change('Ben', 'resolved')] },
  conflicts: { undone: [change('Ana')], conflicts: ['Ben', 'Cem', 'Dan', 'Eva'].map(conflict) },
  unsettable: { unsettable: [change('Ana'), change('Ben')] },
  unchanged: { unchanged: [change('Ana')] },
  gone: { goneCount: 2 },
} as const satisfies Record<string, Partial<UndoOutcome>>

describe('undoResultText', () => {
  it.each<[TextLanguage, keyof typeof OUTCOMES, string]>([
    ['en', 'one', 'Undone: Ana is open again.'],
    ['en', 'many', 'Undone: 2 conversations are open again.'],
    ['en', 'mixed', 'Undone: 2 conversations are as before.'],
    [
      'en',
      'conflicts',
      'Changed on the server: Ben is now resolved, Cem is now resolved, and 2 more have changed. Undone for 1 of 5.',
    ],
    ['en', 'unsettable', '2 can’t be open again. Nothing was undone.'],
    ['en', 'unchanged', 'Ana is already open. Nothing was undone.'],
    ['en', 'gone', '2 conversations are no longer on this device. Nothing was undone.'],
    ['de', 'many', 'Rückgängig gemacht: 2 Unterhaltungen sind wieder offen.'],
    ['de', 'unsettable', '2 können nicht wieder offen sein. Nichts wurde rückgängig gemacht.'],
    ['es', 'one', 'Deshecho: la conversación con Ana vuelve a estar abierta.'],
    ['es', 'many', 'Deshecho: 2 conversaciones vuelven a estar abiertas.'],
  ])('is in %s, for %s: %s', (language, name, expected) => {
    setLanguage(language)
    expect(undoResultText({ ...NO_UNDO, ...OUTCOMES[name] }, FIELDS.status)).toBe(expected)
  })
})
