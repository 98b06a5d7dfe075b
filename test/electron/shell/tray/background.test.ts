import { expect, it } from 'vitest'
import {
  type BackgroundPolicy,
  backgroundPolicyOf,
  makeBackground,
} from '../../../../electron/shell/tray/background.ts'
import type { LoginWish } from '../../../../electron/shell/login/login-item.ts'
import type { Policy } from '../../../../electron/policy/policy.ts'
import { makeMemoryFile } from '../../memory-file.ts'

function begin({
  file = makeMemoryFile(),
  policy = (() => ({})) as BackgroundPolicy,
  isRefused = false,
  isOn = false,
} = {}) {
  const wishes: LoginWish[] = []
  let isSet = isOn
  const login = {
    isOn: () => isSet,
    set(wish: LoginWish) {
      if (isRefused) throw new Error('EACCES')
      wishes.push(wish)
      isSet = wish.isOn
    },
  }
  return { wishes, file, ...makeBackground({ file, login, place: () => 'tray', policy, log: () => {} }) }
}

it.each([
  [undefined, true, true, false],
  [{}, true, true, false],
  ['x', true, true, false],
  [{ keepsRunning: false }, false, true, false],
  [{ keepsRunning: 'no', startsHidden: false, isTold: true }, true, false, true],
])(
  'with the file %j it keeps running: %s, starts hidden: %s, and the user was told: %s',
  (state, runs, hidden, told) => {
    const { read, isTold } = begin({ file: makeMemoryFile(state) })
    expect(read()).toEqual({
      keepsRunning: runs,
      startsHidden: hidden,
      opensAtLogin: false,
      place: 'tray',
      managed: [],
    })
    expect(isTold()).toBe(told)
  },
)

it('what the user chose at the first close lasts', () => {
  const { file, told } = begin()
  told({ keepsRunning: false })
  const after = begin({ file })
  expect([after.read().keepsRunning, after.isTold()]).toEqual([false, true])
})

it('a change that cannot be stored lasts until the app quits', async () => {
  const file = makeMemoryFile()
  file.isFull = true
  const { bridge, read } = begin({ file })
  await bridge.setBackground({ keepsRunning: false })
  expect(read().keepsRunning).toBe(false)
  expect(begin({ file }).read().keepsRunning).toBe(true)
})

it('the start at login is set in the system, and only when something about it changes', async () => {
  const { bridge, wishes } = begin()
  await bridge.setBackground({ startsHidden: false })
  await bridge.setBackground({ opensAtLogin: true })
  await bridge.setBackground({ keepsRunning: false })
  await bridge.setBackground({ startsHidden: true })
  await bridge.setBackground({ opensAtLogin: false })
  expect(wishes).toEqual([
    { isOn: true, isHidden: false },
    { isOn: true, isHidden: true },
    { isOn: false, isHidden: true },
  ])
})

it('a system that refuses changes nothing and is named', async () => {
  const { bridge, read } = begin({ isRefused: true })
  expect(await bridge.setBackground({ opensAtLogin: true, keepsRunning: false })).toMatchObject({
    ok: false,
    failure: { kind: 'refused', words: 'Couldn’t change this. The system refused it.' },
  })
  expect(read()).toMatchObject({ opensAtLogin: false, keepsRunning: true })
})

it('what an administrator decides cannot be changed', async () => {
  const { bridge, read, wishes } = begin({ policy: () => ({ keepsRunning: false, opensAtLogin: false }) })
  await bridge.setBackground({ keepsRunning: true, opensAtLogin: true })
  expect(read()).toMatchObject({ keepsRunning: false, opensAtLogin: false, managed: ['keepsRunning', 'opensAtLogin'] })
  expect(wishes).toEqual([])
})

it.each([
  ['decides nothing', {}, [], { keepsRunning: true, opensAtLogin: false, managed: [] }],
  [
    'decides both',
    { closeToTray: false, startAtLogin: true },
    ['closeToTray', 'startAtLogin'],
    { keepsRunning: false, opensAtLogin: true, managed: ['keepsRunning', 'opensAtLogin'] },
  ],
  [
    'is broken, so both stay as they are',
    {},
    ['closeToTray', 'startAtLogin'],
    { keepsRunning: true, opensAtLogin: false, managed: ['keepsRunning', 'opensAtLogin'] },
  ],
])(
  'a policy file that %s',
  async (_, values: Readonly<Record<string, boolean>>, locked: readonly string[], expected) => {
    const policy = backgroundPolicyOf({
      locked: (name) => locked.includes(name),
      value: ((name: string) => values[name]) as Policy['value'],
    })
    const { read, bridge } = begin({ policy })
    expect(read()).toMatchObject(expected)
    // What is locked can't be changed.
    await bridge.setBackground({ keepsRunning: !expected.keepsRunning, opensAtLogin: !expected.opensAtLogin })
    const isOpen = locked.length === 0
    expect(read().keepsRunning).toBe(isOpen ? !expected.keepsRunning : expected.keepsRunning)
    expect(read().opensAtLogin).toBe(isOpen ? !expected.opensAtLogin : expected.opensAtLogin)
  },
)

it('opens at login from the start on when the policy says so, and once', () => {
  const { wishes } = begin({ policy: () => ({ opensAtLogin: true }) })
  expect(wishes).toEqual([{ isOn: true, isHidden: true }])
  expect(begin({ isOn: true, policy: () => ({ opensAtLogin: true }) }).wishes).toEqual([])
})
