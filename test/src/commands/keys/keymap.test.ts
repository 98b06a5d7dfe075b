import { describe, expect, it } from 'vitest'
import {
  holderOf,
  type Keymap,
  keysOf,
  nameOf,
  refusalOf,
  shownKeyOf,
  withKeys,
  withFinish,
  withKeyAdded,
  withoutOwn,
} from '../../../../src/commands/keys/keymap.ts'
import { parseKeys } from '../../../../src/commands/keys/press.ts'
import { INITIAL_SETTINGS } from '../../../../src/commands/settings.ts'

const RESOLVE = { id: 'resolve', scope: 'thread', keys: { clarion: ['e'], gmail: ['y'] } } as const
const PALETTE = { id: 'palette', scope: 'global', keys: { clarion: ['$mod+k'] } } as const
const INBOX = { id: 'go-inbox', scope: 'global', keys: { clarion: ['g i'] } } as const
const OPEN = { id: 'open', scope: 'list', keys: { clarion: ['o', 'Enter'] } } as const
const BEGIN = { id: 'begin', scope: 'dialog', keys: { clarion: ['$mod+Enter'] } } as const
const ALL = [RESOLVE, PALETTE, INBOX, OPEN, BEGIN]
const MAP: Keymap = INITIAL_SETTINGS

describe('keysOf', () => {
  it('returns the user’s keys, else the preset’s, else Clarion’s', () => {
    expect(keysOf(RESOLVE, MAP)).toEqual(['e'])
    expect(keysOf(RESOLVE, { ...MAP, preset: 'gmail' })).toEqual(['y'])
    expect(keysOf(RESOLVE, { ...MAP, preset: 'superhuman' })).toEqual(['e'])
    expect(keysOf(RESOLVE, withKeys({ ...MAP, preset: 'gmail' }, 'resolve', ['q']))).toEqual(['q'])
  })

  it('shows the first key that works', () => {
    expect(shownKeyOf(OPEN, MAP)).toBe('o')
    expect(shownKeyOf(OPEN, { ...MAP, hasSingleKeys: false })).toBe('Enter')
    expect(shownKeyOf(INBOX, { ...MAP, hasSingleKeys: false })).toBeUndefined()
  })
})

describe('a new key', () => {
  it.each([
    ['e', PALETTE, 'resolve'],
    ['e', RESOLVE, undefined],
    ['g', PALETTE, 'go-inbox'],
    ['g i', PALETTE, 'go-inbox'],
    ['o x', PALETTE, 'open'],
    ['g x', PALETTE, undefined],
    ['$mod+Enter', PALETTE, undefined],
    ['e', BEGIN, undefined],
  ] as const)('%s for %o collides with %s', (keys, command, holder) => {
    expect(holderOf(keys, command, ALL, MAP)?.id).toBe(holder)
  })

  it('is removed only from the command that has it', () => {
    const map = withKeyAdded(MAP, PALETTE, 'o', ALL)
    expect(keysOf(PALETTE, map)).toEqual(['o', '$mod+k'])
    expect(keysOf(OPEN, map)).toEqual(['Enter'])
    expect(keysOf(RESOLVE, map)).toEqual(['e'])
  })

  it('returns when the command that lost it is reset', () => {
    const map = withoutOwn(withKeyAdded(MAP, PALETTE, 'e', ALL), RESOLVE, ALL)
    expect(keysOf(RESOLVE, map)).toEqual(['e'])
    expect(keysOf(PALETTE, map)).toEqual(['$mod+k'])
  })

  it('stays unbound when the command that took it is reset, until the other one is reset too', () => {
    const map = withoutOwn(withKeyAdded(MAP, PALETTE, 'e', ALL), PALETTE, ALL)
    expect(keysOf(PALETTE, map)).toEqual(['$mod+k'])
    expect(keysOf(RESOLVE, map)).toEqual([])
    expect(keysOf(RESOLVE, withoutOwn(map, RESOLVE, ALL))).toEqual(['e'])
  })

  it.each(['Tab', 'Shift+Tab', '$mod+c', '$mod+v', '$mod+q', 'Space', '$mod+k i'])('%s is refused', (keys) => {
    expect(refusalOf(parseKeys(keys) ?? [], false)).toMatch(/\.$/)
  })

  it('a refused sequence names the key of the system', () => {
    const refusal = (onMac: boolean) => refusalOf(parseKeys('$mod+k i') ?? [], onMac)
    expect([refusal(false), refusal(true)]).toEqual(['Key sequences can’t use Ctrl.', 'Key sequences can’t use ⌘.'])
  })
})

describe('with close as the finishing command', () => {
  const [RESOLVES, CLOSES] = [
    {
      id: 'resolve',
      scope: 'thread',
      title: 'Resolve',
      keys: { clarion: ['e'] },
      whenClosing: { keys: { clarion: ['#'] } },
    },
    {
      id: 'close',
      scope: 'thread',
      title: 'Close',
      keys: { clarion: ['#'] },
      whenClosing: { keys: { clarion: ['e'] } },
    },
  ] as const
  const SENDS = { title: 'Send and resolve', whenClosing: { title: 'Send and close' } }

  it('resolve and close swap their keys, and swap back', () => {
    const closing = withFinish(MAP, 'close')
    expect([keysOf(RESOLVES, closing), keysOf(CLOSES, closing)]).toEqual([['#'], ['e']])
    expect(withFinish(closing, 'resolve')).toEqual(MAP)
  })

  it('the user’s own keys are swapped too, so that no key belongs to both', () => {
    const map = withKeys(MAP, 'resolve', ['e', 'y'])
    const closing = withFinish(map, 'close')
    expect([keysOf(RESOLVES, closing), keysOf(CLOSES, closing)]).toEqual([['#'], ['e', 'y']])
    expect(withFinish(closing, 'close')).toBe(closing)
    expect(withFinish(closing, 'resolve')).toEqual(map)
  })

  it('the command that sends and finishes is named after what it does', () => {
    expect([nameOf(SENDS, MAP), nameOf(SENDS, withFinish(MAP, 'close'))]).toEqual([
      'Send and resolve',
      'Send and close',
    ])
    expect(nameOf(RESOLVES, withFinish(MAP, 'close'))).toBe('Resolve')
  })
})
