import { describe, expect, it } from 'vitest'
import { isEntryOn, nextEntry } from '../../../../electron/shell/login/login-entry.ts'

const PROGRAM = ['/opt/Clarion/clarion']
const entry = (command: string): string =>
  `[Desktop Entry]\nType=Application\nName=Clarion\nExec=${command}\nIcon=clarion\nTerminal=false\nX-GNOME-Autostart-enabled=true\n`
const SHOWN = entry('"/opt/Clarion/clarion"')
const HIDDEN = entry('"/opt/Clarion/clarion" --hidden')
const OLD = entry('"/home/me/Clarion-0.1.AppImage" --hidden')
const EDITED = HIDDEN.replace('Name=Clarion', 'Name=My inbox').replace('Exec=', 'X-Delay=10\nExec=')
const OWN_COMMAND = EDITED.replace('"/opt/Clarion/clarion" --hidden', 'sh -c "sleep 5; clarion"')
const OFF = EDITED.replace('[Desktop Entry]\n', '[Desktop Entry]\nHidden=true\n')

describe('isEntryOn', () => {
  it.each([
    [null, false],
    ['', false],
    ['Exec=clarion', false],
    [SHOWN, true],
    [EDITED, true],
    [OFF, false],
    [SHOWN.replace('enabled=true', 'enabled=false'), false],
    [SHOWN.replaceAll('\n', '\r\n'), true],
    [`${SHOWN}Hidden = true\n`, false],
    // The last one counts, and other groups don't.
    [`${SHOWN}Hidden=true\nHidden=false\n`, true],
    [`${SHOWN}[Desktop Action x]\nHidden=true\n`, true],
  ])('of %j is %s', (text, expected) => {
    expect(isEntryOn(text)).toBe(expected)
  })
})

describe('nextEntry', () => {
  const next = (current: string | null, isOn: boolean, isHidden = true): string | null => {
    const change = nextEntry(current, { isOn, isHidden, program: PROGRAM })
    return change.kind === 'write' ? change.text : change.kind === 'remove' ? null : current
  }

  it.each<[string, string | null, boolean, boolean, string | null]>([
    ['is written when turned on', null, true, true, HIDDEN],
    ['is written with a window', null, true, false, SHOWN],
    ['follows the setting', HIDDEN, true, false, SHOWN],
    ['stays', HIDDEN, true, true, HIDDEN],
    ['is removed when turned off', HIDDEN, false, true, null],
    ['is removed with another setting', SHOWN, false, true, null],
    ['stays absent', null, false, true, null],
    ['follows the program to another folder', OLD, true, true, HIDDEN],
    ['of another folder is removed', OLD, false, true, null],
    ['that was edited keeps its lines when turned off', EDITED, false, true, OFF],
    ['that was edited stays off', OFF, false, true, OFF],
    [
      'that was edited gets them back',
      OFF,
      true,
      true,
      EDITED.replace('X-GNOME-Autostart-enabled=true\n', '')
        .replace('Exec="/opt/Clarion/clarion" --hidden\n', '')
        .replace('[Desktop Entry]\n', '[Desktop Entry]\nExec="/opt/Clarion/clarion" --hidden\n'),
    ],
    [
      'whose command was edited keeps it',
      OWN_COMMAND.replace('X-GNOME-Autostart-enabled=true\n', ''),
      true,
      true,
      OWN_COMMAND.replace('X-GNOME-Autostart-enabled=true\n', ''),
    ],
    ['without a group is replaced when turned on', 'garbage', true, true, HIDDEN],
    ['without a group stays when turned off', 'garbage', false, true, 'garbage'],
    ['that is empty is replaced', '', true, true, HIDDEN],
  ])('an entry %s', (_name, current, isOn, isHidden, expected) => {
    expect(next(current, isOn, isHidden)).toBe(expected)
  })

  it('turns a file that was turned off by the desktop on again', () => {
    const off = HIDDEN.replace('enabled=true', 'enabled=false')
    expect(isEntryOn(next(off, true))).toBe(true)
  })

  it.each([
    ['/opt/My Apps/clarion', '"/opt/My Apps/clarion"'],
    ['/opt/$HOME/`x`', '"/opt/\\\\$HOME/\\\\`x\\\\`"'],
    ['/opt/"x"', '"/opt/\\\\"x\\\\""'],
    ['/opt/a\\b', '"/opt/a\\\\\\\\b"'],
    ['/opt/100%', '"/opt/100%%"'],
  ])('quotes the program %s', (path, command) => {
    const change = nextEntry(null, { isOn: true, isHidden: false, program: [path] })
    expect(change).toEqual({ kind: 'write', text: entry(command) })
  })
})
