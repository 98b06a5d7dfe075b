import { expect, it, vi } from 'vitest'
import { isHiddenStart, revealWithoutTray, TRAY_GRACE_MS } from '../../../../electron/shell/tray/start-policy.ts'

it.each([
  [['--hidden'], false, false, false, true],
  [['--user-data-dir=/x', '--hidden'], false, true, false, true],
  [[], false, true, false, false],
  [[], true, true, false, true],
  [[], true, false, false, false],
  [['--hidden=1'], false, false, false, false],
  [['--', 'hidden'], false, false, false, false],
  // A link was opened by the user.
  [['--hidden'], false, true, true, false],
  [[], true, true, true, false],
])(
  'isHiddenStart with %j, at login %s, setting %s, link %s is %s',
  (args, isAtLogin, startsHidden, hasLink, expected) => {
    expect(isHiddenStart({ args, isAtLogin, startsHidden }, hasLink)).toBe(expected)
  },
)

function aDesktop({ mayAppear, isThere }: { readonly mayAppear: boolean; readonly isThere: readonly boolean[] }) {
  const answers = [...isThere]
  const reveal = vi.fn<() => void>()
  const waits: number[] = []
  const runs: (() => void)[] = []
  revealWithoutTray({
    hasPlace: () => answers.shift() ?? false,
    mayAppear,
    reveal,
    after: (delayMs, run) => {
      waits.push(delayMs)
      runs.push(run)
    },
  })
  return { reveal, waits, runs }
}

it('revealWithoutTray leaves a window hidden that has a tray', () => {
  const { reveal, waits } = aDesktop({ mayAppear: true, isThere: [true] })
  expect([reveal.mock.calls.length, waits]).toEqual([0, []])
})

it('revealWithoutTray shows the window at once where no tray can come', () => {
  const { reveal, waits } = aDesktop({ mayAppear: false, isThere: [false] })
  expect([reveal.mock.calls.length, waits]).toEqual([1, []])
})

it.each([
  [true, 0],
  [false, 1],
])('revealWithoutTray waits for a desktop that is starting; its tray came: %s', (hasCome, shown) => {
  const { reveal, waits, runs } = aDesktop({ mayAppear: true, isThere: [false, hasCome] })
  expect([reveal.mock.calls.length, waits]).toEqual([0, [TRAY_GRACE_MS]])
  for (const run of runs) run()
  expect(reveal).toHaveBeenCalledTimes(shown)
})
