import type { Policy } from '../../../electron/policy/policy.ts'
import { NO_POLICY } from '../../support/no-policy.ts'
import { describe, expect, it } from 'vitest'
import { hostQuestion, makeHostGate } from '../../../electron/accounts/host-gate.ts'
import type { Question } from '../../../electron/shell/question.ts'

const KNOWN = 'https://api.example.com'
const NEW = 'https://other.example.com'
const MINUTE_MS = 60_000

function begin(answer: 'yes' | 'no' | 'busy' = 'no', policy: ReturnType<Policy['decideServer']> = 'allowed') {
  const parts = { now: 1_000_000, answer, confirmed: [KNOWN], asked: [] as Question[], logged: [] as unknown[] }
  const gate = makeHostGate({
    workspaces: { confirmedAddresses: () => parts.confirmed },
    ask: async (question) => {
      parts.asked.push(question)
      return parts.answer
    },
    decideServer: () => policy,
    now: () => parts.now,
    log: (event, facts) => void parts.logged.push([event, facts]),
  })
  return { parts, gate }
}

const ADMITTED = { ok: true, value: null }
const DECLINED = { ok: false, failure: { kind: 'refused', words: 'Not connected.', isDeclined: true } }
function refusal(words: RegExp) {
  return { ok: false, failure: { kind: 'refused', words: expect.stringMatching(words) } }
}

describe('the host gate', () => {
  it('admits the address of a workspace without a question', async () => {
    const { parts, gate } = begin()
    expect(await gate.admit(`${KNOWN}/v1`)).toEqual(ADMITTED)
    expect(parts.asked).toEqual([])
  })

  it.each([
    ['named', NEW, ADMITTED],
    ['forbidden', NEW, refusal(/doesn’t allow this server/)],
    ['forbidden', KNOWN, refusal(/doesn’t allow this server/)],
    ['known-only', NEW, refusal(/policy file can’t be used/)],
    ['known-only', KNOWN, ADMITTED],
  ] as const)('asks nothing about a server that is %s by the policy: %s', async (policy, address, outcome) => {
    const { parts, gate } = begin('yes', policy)
    expect(await gate.admit(address)).toEqual(outcome)
    expect(parts.asked).toEqual([])
  })

  it('admits nothing before the answer', async () => {
    let answer = (_: 'yes'): void => {}
    const ask = () => new Promise<'yes'>((resolve) => (answer = resolve))
    const { decideServer } = NO_POLICY
    const workspaces = { confirmedAddresses: () => [] }
    const gate = makeHostGate({ workspaces, ask, decideServer, now: () => 0, log: () => {} })
    let outcome: unknown = 'none'
    const admitted = gate.admit(NEW).then((result) => (outcome = result))
    await new Promise((resolve) => setImmediate(resolve))
    expect(outcome).toBe('none')
    answer('yes')
    await admitted
    expect(outcome).toEqual(ADMITTED)
  })

  it('admits what the user confirmed for the rest of the run, and nothing beside it', async () => {
    const { parts, gate } = begin('yes')
    expect(await gate.admit(NEW)).toEqual(ADMITTED)
    expect(await gate.admit(`${NEW}/v1`)).toEqual(ADMITTED)
    expect(parts.asked.map(({ message }) => message)).toEqual(['Connect to other.example.com?'])
    parts.answer = 'no'
    expect(await gate.admit(`${NEW}:8443`)).toEqual(DECLINED)
    expect(parts.asked).toHaveLength(2)
  })

  it('confirms nothing when the user refuses, or when another question is open', async () => {
    const { parts, gate } = begin('no')
    expect(await gate.admit(NEW)).toEqual(DECLINED)
    parts.answer = 'busy'
    expect(await gate.admit(NEW)).toEqual(refusal(/already asking/))
    parts.answer = 'yes'
    expect(await gate.admit(NEW)).toEqual(ADMITTED)
    expect(parts.asked).toHaveLength(3)
  })

  it('asks three times at most in a minute, then waits a minute', async () => {
    const { parts, gate } = begin('no')
    for (let attempt = 0; attempt < 100; attempt++) await gate.admit(`https://host${attempt}.example.com`)
    expect(parts.asked).toHaveLength(3)
    expect(await gate.admit(NEW)).toEqual(refusal(/in a minute/))
    // The confirmed ones are not concerned.
    expect(await gate.admit(KNOWN)).toEqual(ADMITTED)
    parts.now += MINUTE_MS
    expect(await gate.admit(NEW)).toEqual(DECLINED)
    expect(parts.asked).toHaveLength(4)
  })

  it('does not count a question that was not shown as a refusal', async () => {
    const { parts, gate } = begin('busy')
    for (let attempt = 0; attempt < 10; attempt++) await gate.admit(NEW)
    parts.answer = 'yes'
    expect(await gate.admit(NEW)).toEqual(ADMITTED)
  })

  it('admits ten connects a minute, also of confirmed hosts', async () => {
    const { parts, gate } = begin()
    const results = []
    for (let attempt = 0; attempt < 11; attempt++) results.push(await gate.admit(KNOWN))
    expect(results.filter(({ ok }) => ok)).toHaveLength(10)
    expect(results[10]).toEqual(refusal(/Too many attempts/))
    expect(await gate.admit(NEW)).toEqual(refusal(/Too many attempts/))
    expect(parts.asked).toEqual([])
    parts.now += MINUTE_MS
    expect(await gate.admit(KNOWN)).toEqual(ADMITTED)
  })

  it('refuses an address that no dialog can show honestly', async () => {
    const { parts, gate } = begin('yes')
    expect(await gate.admit('https://api.example.com(confirmed).evil.example')).toEqual(refusal(/valid address/))
    expect(parts.asked).toEqual([])
  })

  it('logs a refusal without the address', async () => {
    const { parts, gate } = begin('no')
    await gate.admit(NEW)
    expect(parts.logged).toEqual([['connect-refused', { why: 'declined' }]])
  })
})

describe('hostQuestion', () => {
  const sends = 'Clarion sends the API key and your messages there.'

  it('names the host and what is sent there', () => {
    expect(hostQuestion({ shown: 'api.example.com', isThisComputer: false, isEncrypted: true })).toEqual({
      message: 'Connect to api.example.com?',
      detail: sends,
      agree: 'Connect',
      cancel: 'Cancel',
    })
  })

  it('says when it is this computer and when the connection is not encrypted', () => {
    const local = { shown: 'localhost', isThisComputer: true, isEncrypted: true }
    expect(hostQuestion(local).detail).toBe(`${sends}\n\nThis server runs on this computer.`)
    expect(hostQuestion({ ...local, shown: 'http://localhost', isEncrypted: false })).toMatchObject({
      message: 'Connect to http://localhost?',
      detail: `${sends}\n\nThis server runs on this computer.\n\nThe connection isn’t encrypted.`,
    })
  })
})
