import { makePolicy, type Policy } from '../../../electron/policy/policy.ts'
import { policyFile } from '../../../electron/policy/policy-format.ts'
import { NO_POLICY } from '../../support/no-policy.ts'
import { describe, expect, it } from 'vitest'
import { type LockSystem, makeAppLock } from '../../../electron/sealing/lock.ts'
import { type LockEvent, mustLock, mustWatchIdle, WHILE_LOCKED } from '../../../electron/sealing/lock-policy.ts'
import { BRIDGE_METHODS } from '../../../src/shared/bridge-methods.ts'
import { makeMemoryFile, type MemoryFile } from '../memory-file.ts'

const OPEN = { afterIdleMinutes: null, withSystem: false, isLocked: false }
const ASKED: LockEvent = { kind: 'asked' }
const SYSTEM: LockEvent = { kind: 'system-locked' }
const idle = (idleS: number): LockEvent => ({ kind: 'idle', idleS })

describe('mustLock', () => {
  it.each([
    [OPEN, ASKED, true],
    [{ ...OPEN, isLocked: true }, ASKED, false],
    [OPEN, SYSTEM, false],
    [{ ...OPEN, withSystem: true }, SYSTEM, true],
    [{ ...OPEN, withSystem: true, isLocked: true }, SYSTEM, false],
    [OPEN, idle(100_000), false],
    [{ ...OPEN, withSystem: true }, idle(100_000), false],
    [{ ...OPEN, afterIdleMinutes: 1 }, idle(59), false],
    [{ ...OPEN, afterIdleMinutes: 1 }, idle(60), true],
    [{ ...OPEN, afterIdleMinutes: 60 }, idle(3_599), false],
    [{ ...OPEN, afterIdleMinutes: 60 }, idle(3_600), true],
    [{ ...OPEN, afterIdleMinutes: 1 }, SYSTEM, false],
    [{ ...OPEN, afterIdleMinutes: 1, isLocked: true }, idle(600), false],
  ])('with %j at %j: %s', (state, event, expected) => {
    expect(mustLock(state, event)).toBe(expected)
  })
})

it.each([
  [OPEN, false],
  [{ ...OPEN, withSystem: true }, false],
  [{ ...OPEN, afterIdleMinutes: 5 }, true],
  [{ ...OPEN, afterIdleMinutes: 5, isLocked: true }, false],
])('mustWatchIdle with %j is %s', (state, expected) => {
  expect(mustWatchIdle(state)).toBe(expected)
})

it('WHILE_LOCKED decides about every method, and lets none run that gives or changes data of customers', () => {
  expect(Object.keys(WHILE_LOCKED).toSorted()).toEqual(Object.keys(BRIDGE_METHODS).toSorted())
  const running = Object.entries(WHILE_LOCKED).filter(([, decision]) => decision === 'runs')
  expect(running.map(([method]) => method).toSorted()).toEqual([
    'endBackup',
    'endCarryOver',
    'endExport',
    'endForgetting',
    'endNotificationAnswer',
    'endRestore',
    'forgetOps',
    'lockApp',
    'lockedPageDone',
    'readLock',
    'readLook',
    'readManaged',
    'readProxyQuestion',
    'readSession',
    'readUpdates',
    'rememberOps',
    'reportBrokenPart',
    'reportProblem',
    'reportUnsent',
    'setLook',
    'showBadge',
    'showMenu',
    'typedSaved',
    'unlockApp',
    'withdrawNotification',
  ])
})

/** A system without a clock: tests run its timers. */
class FakeSystem implements LockSystem {
  idleS = 0
  finger: 'none' | 'right' | 'wrong' = 'none'
  asked = 0
  readonly intervals = new Map<() => void, number>()
  readonly timers = new Map<() => void, number>()
  #systemLocked = (): void => {}

  onSystemLocked(listener: () => void): void {
    this.#systemLocked = listener
  }
  lockScreen(): void {
    this.#systemLocked()
  }
  idleTime = (): number => this.idleS
  canAskFingerprint = (): boolean => this.finger !== 'none'
  async askFingerprint(): Promise<void> {
    this.asked += 1
    if (this.finger === 'wrong') throw new Error('cancelled')
  }
  every(intervalMs: number, run: () => void): () => void {
    this.intervals.set(run, intervalMs)
    return () => void this.intervals.delete(run)
  }
  after(delayMs: number, run: () => void): () => void {
    this.timers.set(run, delayMs)
    return () => void this.timers.delete(run)
  }
  tick(): void {
    for (const run of [...this.intervals.keys()]) run()
  }
  passTime(): void {
    for (const run of [...this.timers.keys()]) {
      this.timers.delete(run)
      run()
    }
  }
}

function begin(file: MemoryFile = makeMemoryFile(), policy: Pick<Policy, 'locked' | 'value'> = NO_POLICY) {
  const system = new FakeSystem()
  const done: string[] = []
  const screen = { close: () => void done.push('closed'), replacePage: () => void done.push('replaced') }
  const lock = makeAppLock({ file, system, screen, policy, log: (event) => void done.push(event) })
  /** Without the events of the log. */
  const screenDone = (): readonly string[] => done.filter((one) => one === 'closed' || one === 'replaced')
  return { file, system, lock, done, screenDone }
}

describe('the lock', () => {
  it('is open and watches nothing until a setting is on', async () => {
    const { lock, system, screenDone } = begin()
    expect(await lock.readLock({})).toEqual({ ok: true, value: { ...OPEN, asks: 'nothing' } })
    expect(system.intervals.size).toBe(0)
    system.lockScreen()
    expect([lock.isLocked(), screenDone()]).toEqual([false, []])
  })

  it('locks when the user asks, and closes the screen once', async () => {
    const { lock, screenDone } = begin()
    await lock.lockApp({})
    await lock.lockApp({})
    expect([lock.isLocked(), screenDone()]).toEqual([true, ['closed']])
  })

  it('locks with the system when it shall', async () => {
    const { lock, system, screenDone } = begin()
    await lock.setLock({ withSystem: true })
    system.lockScreen()
    expect([lock.isLocked(), screenDone()]).toEqual([true, ['closed']])
  })

  it('reads the idle time every 15 s while the setting is on and the app is open', async () => {
    const { lock, system } = begin()
    await lock.setLock({ afterIdleMinutes: 5 })
    await lock.setLock({ afterIdleMinutes: 15 })
    expect([...system.intervals.values()]).toEqual([15_000])
    system.idleS = 899
    system.tick()
    expect(lock.isLocked()).toBe(false)
    system.idleS = 900
    system.tick()
    expect(lock.isLocked()).toBe(true)
    expect(system.intervals.size).toBe(0)
    await lock.unlockApp({})
    expect(system.intervals.size).toBe(1)
    await lock.setLock({ afterIdleMinutes: null })
    expect(system.intervals.size).toBe(0)
  })

  it('changes only the settings that are given', async () => {
    const { lock } = begin()
    await lock.setLock({ afterIdleMinutes: 30 })
    const set = await lock.setLock({ withSystem: true })
    expect(set).toEqual({
      ok: true,
      value: { afterIdleMinutes: 30, withSystem: true, isLocked: false, asks: 'nothing' },
    })
    expect(await lock.setLock({ afterIdleMinutes: null })).toMatchObject({ value: { afterIdleMinutes: null } })
  })

  it('is still locked after a restart, with its settings', async () => {
    const { lock, file } = begin()
    await lock.setLock({ afterIdleMinutes: 5, withSystem: true })
    await lock.lockApp({})
    const { lock: later, system, screenDone } = begin(file)
    expect(later.isLocked()).toBe(true)
    expect(await later.readLock({})).toMatchObject({ value: { afterIdleMinutes: 5, withSystem: true } })
    expect([system.intervals.size, screenDone()]).toEqual([0, []])
    await later.unlockApp({})
    expect(begin(file).lock.isLocked()).toBe(false)
  })

  it.each([
    ['lost', true],
    ['newer', true],
    ['new', false],
  ] as const)('whose file is %s is locked: %s', (health, isLocked) => {
    expect(begin({ ...makeMemoryFile(), health }).lock.isLocked()).toBe(isLocked)
  })

  it('locks and unlocks although the disk is full', async () => {
    const { lock, file, done } = begin()
    file.isFull = true
    await lock.lockApp({})
    expect(lock.isLocked()).toBe(true)
    await lock.unlockApp({})
    expect(lock.isLocked()).toBe(false)
    expect(done).toEqual(['locked', 'lock-not-kept', 'closed', 'lock-not-kept'])
  })
})

describe('the page of a locked app', () => {
  it('is replaced by force when it has not started again within 5 s', async () => {
    const { lock, system, screenDone } = begin()
    await lock.lockApp({})
    expect([...system.timers.values()]).toEqual([5_000])
    system.passTime()
    expect(screenDone()).toEqual(['closed', 'replaced'])
  })

  it('is left alone when it has started again', async () => {
    const { lock, system, screenDone } = begin()
    await lock.lockApp({})
    lock.pageStarted()
    system.passTime()
    expect(screenDone()).toEqual(['closed'])
  })

  it('is replaced as soon as it has saved everything, and once', async () => {
    const { lock, system, screenDone } = begin()
    await lock.lockApp({})
    expect(await lock.lockedPageDone({})).toEqual({ ok: true, value: null })
    expect(screenDone()).toEqual(['closed', 'replaced'])
    system.passTime()
    expect(screenDone()).toEqual(['closed', 'replaced'])
  })

  it('is not replaced while the app is open', async () => {
    const { lock, screenDone } = begin()
    expect(await lock.lockedPageDone({})).toMatchObject({ ok: false, failure: { kind: 'refused' } })
    await lock.lockApp({})
    await lock.unlockApp({})
    expect(await lock.lockedPageDone({})).toMatchObject({ ok: false, failure: { kind: 'refused' } })
    expect(screenDone()).toEqual(['closed'])
  })

  it('is left alone at a start', () => {
    const { lock, system } = begin()
    lock.pageStarted()
    expect(system.timers.size).toBe(0)
  })
})

describe('a lock that the administrator has set', () => {
  const settings = { lockAfterIdleMinutes: 5, lockWithSystem: true } as const
  const policy = makePolicy({ state: 'valid', file: policyFile.parse({ settings }), certificates: [] })

  it('applies whatever the user chose, and can’t be changed', async () => {
    const file = makeMemoryFile()
    file.write({ v: 1, afterIdleMinutes: null, withSystem: false, isLocked: false })
    const { lock, system } = begin(file, policy)
    const enforced = { value: { afterIdleMinutes: 5, withSystem: true } }
    expect(await lock.readLock({})).toMatchObject(enforced)
    expect(await lock.setLock({ afterIdleMinutes: null, withSystem: false })).toMatchObject(enforced)
    system.lockScreen()
    expect(lock.isLocked()).toBe(true)
  })

  it('stays as the user left it while the policy file can’t be used', async () => {
    const file = makeMemoryFile()
    file.write({ v: 1, afterIdleMinutes: 15, withSystem: true, isLocked: false })
    const broken = makePolicy({ state: 'broken', path: '/etc/clarion/policy.json', problem: { why: 'json' } })
    const { lock } = begin(file, broken)
    expect(await lock.setLock({ afterIdleMinutes: null, withSystem: false })).toMatchObject({
      value: { afterIdleMinutes: 15, withSystem: true },
    })
  })
})

describe('unlocking', () => {
  it('needs no more than the click on a system without a fingerprint', async () => {
    const { lock, system } = begin()
    await lock.lockApp({})
    expect(await lock.unlockApp({})).toEqual({ ok: true, value: true })
    expect([lock.isLocked(), system.asked]).toEqual([false, 0])
  })

  it('asks for the fingerprint once, and stays locked when it is refused', async () => {
    const { lock, system } = begin()
    system.finger = 'wrong'
    expect(await lock.readLock({})).toMatchObject({ value: { asks: 'fingerprint' } })
    await lock.lockApp({})
    expect(await Promise.all([lock.unlockApp({}), lock.unlockApp({})])).toEqual([
      { ok: true, value: false },
      { ok: true, value: false },
    ])
    expect([lock.isLocked(), system.asked]).toEqual([true, 1])
    system.finger = 'right'
    expect(await lock.unlockApp({})).toEqual({ ok: true, value: true })
    expect([lock.isLocked(), system.asked]).toEqual([false, 2])
  })

  it('asks for nothing when the app is open', async () => {
    const { lock, system } = begin()
    system.finger = 'right'
    expect(await lock.unlockApp({})).toEqual({ ok: true, value: true })
    expect(system.asked).toBe(0)
  })
})
