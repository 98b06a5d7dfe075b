import { describe, expect, it } from 'vitest'
import { type KeyInput, windowKey } from '../../../electron/shell/window-keys.ts'

const PLAIN = { type: 'keyDown', control: false, shift: false, alt: false, meta: false } as const

function press(key: string, code: string, held: Partial<KeyInput> = {}): KeyInput {
  return { ...PLAIN, key, code, ...held }
}

const CTRL = { control: true }
const CTRL_SHIFT = { control: true, shift: true }

describe.each(['linux', 'win32'])('a key of the window on %s', (platform) => {
  it.each([
    ['Ctrl+=', press('=', 'Equal', CTRL), 'in'],
    ['Ctrl+Shift+=', press('+', 'Equal', CTRL_SHIFT), 'in'],
    ['Ctrl+numpad +', press('+', 'NumpadAdd', CTRL), 'in'],
    ['Ctrl++ on a German keyboard', press('+', 'BracketRight', CTRL), 'in'],
    ['Ctrl+- on a German keyboard', press('-', 'Slash', CTRL), 'out'],
    ['Ctrl+-', press('-', 'Minus', CTRL), 'out'],
    ['Ctrl+Shift+-', press('_', 'Minus', CTRL_SHIFT), 'out'],
    ['Ctrl+numpad -', press('-', 'NumpadSubtract', CTRL), 'out'],
    ['Ctrl+- on a French keyboard', press('-', 'Digit6', CTRL), 'out'],
    ['Ctrl+Shift+= on a French keyboard', press('+', 'Equal', CTRL_SHIFT), 'in'],
    ['Ctrl+0', press('0', 'Digit0', CTRL), 'reset'],
    ['Ctrl+numpad 0', press('0', 'Numpad0', CTRL), 'reset'],
    ['Ctrl+Shift+0 on a French keyboard', press('0', 'Digit0', CTRL_SHIFT), 'reset'],
    ['Ctrl+à on a French keyboard', press('à', 'Digit0', CTRL), 'reset'],
  ] as const)('zooms by %s', (_name, input, zoom) => {
    expect(windowKey(input, platform)).toEqual({ zoom })
    expect(windowKey({ ...input, type: 'keyUp' }, platform)).toBeNull()
  })

  it.each([
    ['= alone', press('=', 'Equal')],
    ['Shift+=', press('+', 'Equal', { shift: true })],
    ['AltGr+0, which types', press('}', 'Digit0', { control: true, alt: true })],
    ['AltGr+=', press('=', 'Equal', { control: true, alt: true })],
    ['Super and Ctrl+=', press('=', 'Equal', { control: true, meta: true })],
    ['Ctrl+Shift+0 on an American keyboard', press(')', 'Digit0', CTRL_SHIFT)],
    ['Ctrl+numpad 0 without NumLock, which copies', press('Insert', 'Numpad0', CTRL)],
    ['Ctrl+) on a French keyboard', press(')', 'Minus', CTRL)],
    ['Ctrl+a', press('a', 'KeyA', CTRL)],
    ['Alt+f, which opens the File menu', press('f', 'KeyF', { alt: true })],
    ['Shift+F10, which opens the context menu', press('F10', 'F10', { shift: true })],
    ['Ctrl+F10', press('F10', 'F10', CTRL)],
    ['Ctrl alone', press('Control', 'ControlLeft', CTRL)],
  ])('leaves %s to the page', (_name, input) => {
    expect(windowKey(input, platform)).toBeNull()
  })

  it.each(['keyDown', 'keyUp'])('does nothing for Alt alone, %s', (type) => {
    expect(windowKey(press('Alt', 'AltLeft', { type, alt: true }), platform)).toBe('none')
    expect(windowKey(press('Alt', 'AltRight', { type, alt: true, shift: true }), platform)).toBe('none')
    expect(windowKey(press('AltGraph', 'AltRight', { type, alt: true, control: true }), platform)).toBe('none')
    expect(windowKey(press('Meta', 'AltLeft', { type, alt: true, shift: true }), platform)).toBe('none')
  })

  it('opens the menu bar once for F10', () => {
    expect(windowKey(press('F10', 'F10'), platform)).toBe('menu-bar')
    expect(windowKey(press('F10', 'F10', { type: 'keyUp' }), platform)).toBe('none')
  })
})

describe('a key of the window on macOS', () => {
  it.each([
    [press('=', 'Equal', { meta: true }), { zoom: 'in' }],
    [press('+', 'NumpadAdd', { meta: true }), { zoom: 'in' }],
    [press('-', 'Minus', { meta: true }), { zoom: 'out' }],
    [press('0', 'Digit0', { meta: true }), { zoom: 'reset' }],
    [press('=', 'Equal', CTRL), null],
    [press('Alt', 'AltLeft', { alt: true }), null],
    [press('F10', 'F10'), null],
  ])('%j does %j', (input, does) => {
    expect(windowKey(input, 'darwin')).toEqual(does)
  })
})
