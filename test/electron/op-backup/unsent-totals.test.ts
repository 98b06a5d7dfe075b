import { describe, expect, it } from 'vitest'
import { makeUnsentTotals } from '../../../electron/op-backup/unsent-totals.ts'
import { quitText } from '../../../electron/shell/quit/quit-policy.ts'
import { NOTHING_PENDING, type Pending } from '../../../src/shared/pending.ts'

type Known = { readonly kind?: 'api' | 'demo'; readonly key?: 'sealed' | 'session'; readonly isTemporary?: boolean }

/** The totals over these workspaces; each has a database of its id. */
function totalsOf(known: Readonly<Record<string, Known>>) {
  const find = (id: string) => {
    const { kind = 'api', key = 'sealed' } = known[id] ?? {}
    return known[id] === undefined ? null : { id, name: id, kind, key, baseUrl: '', databaseName: id, isTest: false }
  }
  return makeUnsentTotals(
    { find } as unknown as Parameters<typeof makeUnsentTotals>[0],
    {
      protectionOf: (name: string) => (known[name]?.isTemporary === true ? 'memory' : 'keychain'),
    } as unknown as Parameters<typeof makeUnsentTotals>[1],
  )
}

const messages = (count: number): Pending => ({ ...NOTHING_PENDING, messages: count })
const waiting = (count: number) => ({ waiting: messages(count), asking: NOTHING_PENDING })

describe('the unsent totals', () => {
  it('add up all workspaces, and the newest report of each counts', () => {
    const totals = totalsOf({ a: {}, b: {}, c: {} })
    totals.report('a', waiting(5))
    totals.report('a', waiting(2))
    totals.report('b', { waiting: messages(1), asking: messages(3) })
    totals.report('c', waiting(0))
    expect(totals.total()).toEqual({
      waiting: messages(3),
      asking: messages(3),
      needsKey: false,
      isLostAtQuit: false,
    })
    expect(JSON.stringify(quitText(totals.total()))).toContain('6 messages')
  })

  it('leave out the demo and a workspace that the user has signed out of', () => {
    const totals = totalsOf({ a: {}, demo: { kind: 'demo' }, b: {} })
    totals.report('a', waiting(1))
    totals.report('demo', waiting(9))
    totals.report('b', waiting(4))
    totals.forget('b')
    expect(totals.total().waiting).toEqual(messages(1))
  })

  it.each([
    ['no workspace', {}, { needsKey: false, isLostAtQuit: false }],
    ['one whose key is in memory only', { key: 'session' }, { needsKey: true, isLostAtQuit: false }],
    ['one whose data is in memory only', { isTemporary: true }, { needsKey: false, isLostAtQuit: true }],
  ] as const)('warn because of %s among several', (_, second, warnings) => {
    const totals = totalsOf({ a: {}, b: second })
    totals.report('a', waiting(1))
    totals.report('b', waiting(1))
    expect(totals.total()).toMatchObject(warnings)
  })
})
