import { describe, expect, it } from 'vitest'
import { targetsOf, type ThreadOnScreen } from '../../../src/commands/targets.ts'
import { listingOf } from '../../../src/catalogue/listing.ts'
import { pick, NONE_PICKED } from '../../../src/catalogue/picked.ts'
import { INITIAL_VIEW, type View } from '../../../src/view/view-state.ts'

const LISTED: View = {
  ...INITIAL_VIEW,
  selectedId: 'a',
  listed: listingOf({ name: 'inbox', channel: null }, ['a', 'b']),
}
const NO_THREAD: ThreadOnScreen = { shownId: null, focusedId: null }

describe('targetsOf', () => {
  it.each<[what: string, view: Partial<View>, thread: Partial<ThreadOnScreen>, ids: readonly string[]]>([
    ['the selected conversation in the list', {}, {}, ['a']],
    ['none when none is selected', { selectedId: null }, {}, []],
    ['none that has left the list', { selectedId: 'x' }, {}, []],
    ['none that only the thread beside the list shows', { selectedId: 'x' }, { shownId: 'x' }, []],
    [
      'one outside the list when its thread has the focus',
      { selectedId: 'x' },
      { shownId: 'x', focusedId: 'x' },
      ['x'],
    ],
    ['none when another thread has the focus', { selectedId: 'x' }, { shownId: 'y', focusedId: 'y' }, []],
    ['none while the list of another view is still drawn', { name: 'snoozed' }, {}, []],
    ['none while the list of another channel is still drawn', { channel: 'sms' }, {}, []],
    ['none while the list of another tag is still drawn', { tag: 'vip' }, {}, []],
    ['a search result', { search: 'ana', name: 'snoozed' }, {}, ['a']],
    ['none while the outbox is on screen', { screen: 'outbox' }, {}, []],
    ['all picked conversations', { picked: pick(NONE_PICKED, ['a', 'b']) }, {}, ['a', 'b']],
    ['in focus mode, the one whose thread is drawn', { run: LISTED.listed }, { shownId: 'a' }, ['a']],
    ['in focus mode, none before its thread is drawn', { run: LISTED.listed }, { shownId: 'b' }, []],
  ])('gives %s', (_, view, thread, ids) => {
    expect(targetsOf({ ...LISTED, ...view }, () => ({ ...NO_THREAD, ...thread }))).toEqual(ids)
  })
})
