import { describe, expect, it } from 'vitest'
import type { Intent, OpState } from '../../../src/db/op.ts'
import { overlayConversation } from '../../../src/db/overlay.ts'
import { outboxLabel } from '../../../src/words/op-label.ts'
import { opStateWords } from '../../../src/words/op-state.ts'
import { anOp } from '../../support/builders.ts'

const NOW = 1_000_000
const PATCH: Intent = { kind: 'patch', status: 'resolved' }

describe('outboxLabel', () => {
  it.each<[OpState, boolean, Intent['kind'], string]>([
    ['sending', false, 'send', 'Sending…'],
    ['uncertain', false, 'send', 'Checking delivery…'],
    ['queued', false, 'send', 'Queued'],
    ['queued', true, 'send', 'Waiting for connection'],
    ['failed', false, 'send', 'Not sent'],
    ['failed', true, 'patch', 'Not changed'],
  ])('names a row like its thread and its outbox: %s, offline %s, %s', (state, isOffline, kind, expected) => {
    const op = anOp({ state, notBefore: 0, ...(kind === 'patch' && { intent: PATCH }) })
    const row = overlayConversation({ id: 'c', row: undefined, ops: [op], seen: undefined })
    expect(outboxLabel(row, isOffline)).toBe(expected)
    expect(opStateWords(op, kind, { now: NOW, isOffline, place: 'first' })).toBe(expected)
  })

  it.each<[OpState, boolean, string, string]>([
    ['held', false, 'Sends soon', 'Sends in 5 s'],
    ['held', true, 'Waiting for connection', 'Sends in 5 s'],
    ['uncertain', true, 'May have been delivered', 'May have been delivered. Checked when you’re online'],
  ])('names a row shorter than its thread: %s, offline %s', (state, isOffline, short, long) => {
    const op = anOp({ state, notBefore: NOW + 5_000 })
    const row = overlayConversation({ id: 'c', row: undefined, ops: [op], seen: undefined })
    expect(outboxLabel(row, isOffline)).toBe(short)
    expect(opStateWords(op, 'send', { now: NOW, isOffline, place: 'first' })).toBe(long)
  })

  it('begins a longer status of a queued op', () => {
    const words = { state: 'queued', failure: null, notBefore: NOW + 5_000, question: null } as const
    const context = { now: NOW, isOffline: false, place: 'first' } as const
    expect(opStateWords(words, 'send', context)).toMatch(/^Queued\b/)
    expect(opStateWords(words, 'send', { ...context, place: 'blocked' })).toMatch(/^Queued\b/)
  })

  it('is null without ops, and names the question of an op', () => {
    const row = { outboxMark: 'none' } as const
    expect(outboxLabel(row, true)).toBeNull()
    expect(outboxLabel({ outboxMark: 'asking' }, true)).toBe('Needs your attention')
  })
})
