import { afterEach, describe, expect, it } from 'vitest'
import type { OpState } from '../../../src/db/op.ts'
import { type Failure, NOT_CREATED } from '../../../src/shared/failure.ts'
import { setLanguage } from '../../../src/shared/language.ts'
import { loadTexts } from '../../../src/strings/text.ts'
import { keyNames, keyWords } from '../../../src/ui/key-names.ts'
import { messageNoun } from '../../../src/words/address.ts'
import { failureCause, failureClause } from '../../../src/words/failure.ts'
import { lossWords } from '../../../src/words/loss.ts'
import { opStateWords } from '../../../src/words/op-state.ts'
import { pendingWords } from '../../../src/words/pending.ts'
import { questionText } from '../../../src/words/question.ts'
import { sentText } from '../../../src/words/review.ts'
import { placeLabels } from '../../../src/words/view.ts'

await Promise.all([loadTexts('de'), loadTexts('es')])

afterEach(() => setLanguage('en'))

const both = (write: () => string | null): readonly (string | null)[] =>
  (['de', 'es'] as const).map((language) => {
    setLanguage(language)
    return write()?.replaceAll('\u00a0', ' ') ?? null
  })

function stateOf(state: OpState, failure: Failure | null, waitMs = 0): string {
  const op = { state, failure, notBefore: 1_000 + waitMs, question: null }
  return opStateWords(op, 'send', { now: 1_000, isOffline: false, place: 'first' })
}

const NO_RESPONSE: Failure = { kind: 'unreachable', code: 'ECONNREFUSED' }

describe('failures in German and Spanish', () => {
  it.each<[Failure, string, string]>([
    [NO_RESPONSE, 'Der Server antwortet nicht.', 'El servidor no responde.'],
    [
      { kind: 'rejected', status: 400, words: 'Bad.' },
      'Der Server hat die Anfrage abgelehnt: „Bad“.',
      'El servidor lo rechazó: «Bad».',
    ],
    [
      { kind: 'throttled', retryAfterMs: 1_000 },
      'Der Server begrenzt die Anfragen für 1 Sekunde.',
      'El servidor está limitando las solicitudes durante 1 segundo.',
    ],
    [
      { kind: 'refused', words: NOT_CREATED },
      'Die Unterhaltung wurde auf dem Server nicht angelegt.',
      'La conversación no se creó en el servidor.',
    ],
  ])('%j is a sentence', (failure, de, es) => {
    expect(both(() => failureCause(failure))).toEqual([de, es])
  })

  it('follow a colon in the way of the language', () => {
    expect(both(() => stateOf('failed', NO_RESPONSE))).toEqual([
      'Nicht gesendet: Der Server antwortet nicht',
      'No enviado: el servidor no responde',
    ])
    expect(both(() => stateOf('queued', NO_RESPONSE, 12_000))).toEqual([
      'In der Warteschlange, neuer Versuch in 12 s: Der Server antwortet nicht',
      'En cola, se reintentará en 12 s: el servidor no responde',
    ])
  })

  it('keep texts of this device, without a full stop after a colon', () => {
    expect(failureClause({ kind: 'refused', words: 'Use https.' })).toBe('Use https')
    expect(failureClause({ kind: 'refused', words: NOT_CREATED })).toBe(
      'the conversation was not created on the server',
    )
  })
})

it('counts are singular and plural', () => {
  expect(both(() => pendingWords({ messages: 1, conversations: 2, changes: 1 }))).toEqual([
    '1 Nachricht, 2 neue Unterhaltungen und 1 Änderung',
    '1 mensaje, 2 conversaciones nuevas y 1 cambio',
  ])
  const sent = ['Ana', 'Ben', 'Cid', 'Dee'].map((name) => ({ conversationId: name, name, channel: 'sms', count: 1 }))
  expect(both(() => sentText({ awayMs: 1, sent, held: [], news: [] }))).toEqual([
    '4 Nachrichten an Ana, Ben, Cid und 1 weitere',
    '4 mensajes para Ana, Ben, Cid y 1 más',
  ])
  const [de, es] = both(() => lossWords({ noticedAt: 0, opsBack: 1, opsUnreadable: 2 }))
  expect(de).toContain('1 noch nicht gesendete Nachricht oder Änderung wurde wiederhergestellt. Sie wird nur einmal')
  expect(de).toContain('2 Nachrichten oder Änderungen konnten nicht wiederhergestellt werden')
  expect(es).toContain('Se recuperó 1 mensaje o cambio sin enviar. Se envía una sola vez:')
  expect(es).toContain('No se pudieron recuperar 2 mensajes o cambios')
})

it('questions name the kind of op', () => {
  expect(both(() => questionText({ why: 'absent' }, 'close'))).toEqual([
    'Nicht geschlossen: Die Verbindung ist abgebrochen.',
    'No cerrada: se perdió la conexión.',
  ])
})

it('places and nouns have names', () => {
  expect(both(() => placeLabels({ name: 'waiting', channel: 'email', tag: 'vip' }).join(' · '))).toEqual([
    'Wartet · E-Mail · vip',
    'En espera · Correo · vip',
  ])
  expect(both(() => messageNoun('whatsapp'))).toEqual(['WhatsApp-Nachricht', 'mensaje de WhatsApp'])
})

it('keys have the names on the language’s keyboards', () => {
  expect(both(() => keyNames('$mod+Shift+PageDown', false).join(' '))).toEqual([
    'Strg Umschalt Bild↓',
    'Ctrl Mayús AvPág',
  ])
  expect(both(() => keyNames('$mod+Shift+k', true).join(' '))).toEqual(['⌘ ⇧ K', '⌘ ⇧ K'])
  expect(both(() => keyWords('g ?', false))).toEqual(['G, dann Fragezeichen', 'G y luego Signo de interrogación'])
})
