import { expect, it, vi } from 'vitest'
import { dockMenu, trayMenu, type TrayState } from '../../../../electron/shell/tray/tray-menu.ts'

const OPEN: TrayState = { waiting: 3, isLocked: false, hasWorkspace: true }

function actions() {
  return { onOpen: vi.fn(), onNewConversation: vi.fn(), onLock: vi.fn(), onQuit: vi.fn() }
}

const labels = (state: TrayState): readonly unknown[] =>
  trayMenu(state, actions()).map(({ label, enabled, type }) =>
    (type ?? enabled === false) ? `(${label ?? type})` : label,
  )

it.each<[string, Partial<TrayState>, readonly string[]]>([
  [
    'an open workspace',
    {},
    ['Open Clarion', 'New conversation…', '(3 conversations waiting)', '(separator)', 'Lock now', 'Quit Clarion'],
  ],
  [
    'nothing that waits',
    { waiting: 0 },
    ['Open Clarion', 'New conversation…', '(No conversations waiting)', '(separator)', 'Lock now', 'Quit Clarion'],
  ],
  [
    'no workspace',
    { hasWorkspace: false },
    ['Open Clarion', '(New conversation…)', '(separator)', 'Lock now', 'Quit Clarion'],
  ],
  ['a locked app', { isLocked: true }, ['Open Clarion', '(New conversation…)', '(separator)', 'Quit Clarion']],
])('the tray of %s', (_name, state, expected) => {
  expect(labels({ ...OPEN, ...state })).toEqual(expected)
})

it('each entry of the tray does what it says, and Quit is always there', () => {
  const done = actions()
  for (const item of trayMenu(OPEN, done)) item.click?.({} as never, undefined, {} as never)
  for (const action of Object.values(done)) expect(action).toHaveBeenCalledOnce()
})

it('the Dock has no Quit of its own, because macOS adds one', () => {
  expect(dockMenu(OPEN, actions()).map(({ label }) => label)).toEqual(['Open Clarion', 'New conversation…'])
})
