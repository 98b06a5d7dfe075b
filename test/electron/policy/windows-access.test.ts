import { describe, expect, it } from 'vitest'
import { sddlProblem } from '../../../electron/policy/windows-access.ts'

const INHERITED = '(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)'

describe('sddlProblem', () => {
  it.each([
    ['a file of the administrators', `O:BAG:SYD:AI${INHERITED}`],
    ['a file of the system', `O:SYG:SYD:AI${INHERITED}`],
    ['with a system list', `O:BAG:DUD:AI${INHERITED}S:AI(AU;IDSA;DCLCRPCRSDWDWO;;;WD)`],
    ['with read rights in letters', 'O:BAD:(A;;FA;;;SY)(A;;FR;;;BU)(A;;FRFX;;;WD)'],
    ['with a right that is denied', 'O:BAD:(D;;FA;;;BU)(A;;FA;;;BA)'],
    ['with a right for files that are created below only', 'O:BAD:(A;OICIIO;GA;;;CO)(A;;FA;;;BA)'],
    [
      'of the installer',
      'O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464G:SYD:(A;;FA;;;SY)(A;;FR;;;BU)',
    ],
  ])('is null for %s', (_name, sddl) => expect(sddlProblem(sddl)).toBeNull())

  it.each([
    ['a user owns it', `O:S-1-5-21-1-2-3-1001G:DUD:AI${INHERITED}`, 'owner'],
    ['all users own it', `O:BUG:DUD:AI${INHERITED}`, 'owner'],
    ['users may change it', 'O:BAG:SYD:(A;;FA;;;BA)(A;;0x1301bf;;;BU)', 'writable'],
    ['users may write to it, in letters', 'O:BAG:SYD:(A;;FA;;;BA)(A;;FRFW;;;BU)', 'writable'],
    ['users may delete it', 'O:BAG:SYD:(A;;FA;;;BA)(A;;FRSD;;;BU)', 'writable'],
    ['users may change its permissions', 'O:BAG:SYD:(A;;FA;;;BA)(A;;0x40000;;;WD)', 'writable'],
    ['one user may do everything', 'O:BAG:SYD:(A;;FA;;;S-1-5-21-1-2-3-1001)', 'writable'],
    ['a right is unknown', 'O:BAG:SYD:(A;;ZZ;;;BU)', 'writable'],
    ['a kind of entry is unknown', 'O:BAG:SYD:(XA;;FR;;;BU;(x))', 'writable'],
    ['there is no list', 'O:BAG:SYD:NO_ACCESS_CONTROL', 'access'],
    ['it is empty', '', 'access'],
    ['it is something else', 'Get-Acl : Cannot find path', 'access'],
  ])('says why when %s', (_name, sddl, why) => expect(sddlProblem(sddl)).toEqual({ why }))
})
