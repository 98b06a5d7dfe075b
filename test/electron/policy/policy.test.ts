import { describe, expect, it } from 'vitest'
import { isHostAllowed, makePolicy } from '../../../electron/policy/policy.ts'
import { type PolicyProblem, policyFile } from '../../../electron/policy/policy-format.ts'

function valid(file: object, certificates: readonly string[] = []) {
  return makePolicy({ state: 'valid', file: policyFile.parse(file), certificates })
}

function broken(problem: PolicyProblem = { why: 'json' }) {
  return makePolicy({ state: 'broken', path: '/etc/clarion/policy.json', problem })
}

describe('a policy', () => {
  it('locks what the file sets, and gives its value', () => {
    const policy = valid({ settings: { updates: false, lockAfterIdleMinutes: null } })
    expect([policy.locked('updates'), policy.value('updates')]).toEqual([true, false])
    expect([policy.locked('lockAfterIdleMinutes'), policy.value('lockAfterIdleMinutes')]).toEqual([true, null])
    expect([policy.locked('closeToTray'), policy.value('closeToTray')]).toEqual([false, undefined])
  })

  it.each([
    [{}, 'built-in'],
    [{ updateFeed: 'https://updates.example.com/' }, 'https://updates.example.com/'],
    [{ updateFeed: 'https://updates.example.com/', settings: { updates: false } }, 'none'],
  ])('of %j has the update feed %s', (file, feed) => expect(valid(file).updateFeed).toBe(feed))

  it('names and allows servers', () => {
    const policy = valid({
      workspaces: [{ name: 'Support', url: 'https://api.example.com/v1' }],
      allowedHosts: ['*.example.org'],
    })
    expect(policy.decideServer('https://api.example.com')).toBe('named')
    expect(policy.nameOf('https://api.example.com/v2')).toBe('Support')
    expect(policy.decideServer('https://api.example.com:8443')).toBe('forbidden')
    expect(policy.decideServer('https://eu.example.org')).toBe('allowed')
    expect(policy.nameOf('https://eu.example.org')).toBeNull()
    expect(policy.decideServer('https://example.com')).toBe('forbidden')
  })

  it('is open without a file', () => {
    const policy = makePolicy({ state: 'absent' })
    expect(policy.managed()).toEqual({
      ...{ isManaged: false, organisation: null, problem: null, settings: {}, workspaces: [] },
    })
    expect(policy.decideServer('https://anything.example')).toBe('allowed')
    expect([policy.locked('updates'), policy.updateFeed, policy.proxy]).toEqual([false, 'built-in', { mode: 'system' }])
  })

  it('closes everything that a broken file could restrict, and applies nothing of it', () => {
    const policy = broken()
    for (const name of ['updates', 'lockWithSystem', 'notificationDetails'] as const)
      expect([policy.locked(name), policy.value(name)]).toEqual([true, undefined])
    expect(policy.decideServer('https://new.example.com')).toBe('known-only')
    expect([policy.updateFeed, policy.proxy, policy.certificates]).toEqual(['none', { mode: 'system' }, []])
    expect(policy.facts).toEqual({ state: 'broken', why: 'json' })
  })

  it.each<[PolicyProblem, RegExp]>([
    [{ why: 'owner' }, /doesn’t belong to an administrator\.$/],
    [{ why: 'writable' }, /who aren’t administrators can change it/],
    [{ why: 'access' }, /permissions can’t be checked/],
    [{ why: 'unreadable' }, /can’t be read\.$/],
    [{ why: 'huge' }, /larger than 64 KB/],
    [{ why: 'json' }, /isn’t complete JSON/],
    [{ why: 'certificates' }, /certificate file/],
    [{ why: 'unknownField', field: 'settings.update' }, /“settings\.update” is not a known field/],
    [{ why: 'wrongValue', field: 'proxy' }, /“proxy” has no valid value/],
    [{ why: 'wrongValue', field: '' }, /“\{\}” has no valid value/],
  ])('says in a sentence why the file can’t be used: %j', (problem, sentence) => {
    const said = broken(problem).managed().problem
    expect(said).toMatch(sentence)
    expect(said).toContain('/etc/clarion/policy.json')
  })
})

describe('isHostAllowed', () => {
  it.each([
    ['https://api.example.com', ['api.example.com'], true],
    ['https://API.example.com./v1', ['api.example.com'], true],
    ['https://api.example.com', ['*.example.com'], true],
    ['https://a.b.example.com', ['*.example.com'], true],
    ['https://api.example.com:8443', ['api.example.com:8443'], true],
    ['https://api.example.com', ['api.example.com:443'], true],
    ['http://127.0.0.1:4010', ['api.example.com'], true],
    ['https://example.com', ['*.example.com'], false],
    ['https://evilexample.com', ['*.example.com'], false],
    ['https://api.example.com.evil.example', ['api.example.com'], false],
    ['https://api.example.com:8443', ['api.example.com'], false],
    ['https://api.example.com', ['api.example.com:8443'], false],
    ['https://api.example.com', [], false],
  ])('of %s with %j is %s', (address, rules, expected) => expect(isHostAllowed(address, rules)).toBe(expected))
})
