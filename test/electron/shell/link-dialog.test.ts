import { beforeEach, describe, expect, it, vi } from 'vitest'
import { makeLinkOpener } from '../../../electron/shell/link-dialog.ts'

const { openExternal } = vi.hoisted(() => ({ openExternal: vi.fn() }))
vi.mock('electron', () => ({ shell: { openExternal } }))

const LINK = { href: 'https://example.com/a', shown: 'example.com' }

beforeEach(() => vi.clearAllMocks())

describe('the dialog before a link opens', () => {
  it('shows the host and the whole address', async () => {
    const ask = vi.fn(async () => 'no' as const)
    await makeLinkOpener(ask).confirm(LINK)
    expect(ask.mock.calls).toEqual([
      [{ message: 'Open example.com?', detail: LINK.href, agree: 'Open', cancel: 'Cancel' }],
    ])
  })

  it.each([
    ['yes', true],
    ['no', false],
    // Another question is open.
    ['busy', false],
  ] as const)('agrees when the answer is %s: %s', async (answer, expected) => {
    expect(await makeLinkOpener(async () => answer).confirm(LINK)).toBe(expected)
  })

  it('is over before anything opens', async () => {
    await makeLinkOpener(async () => 'yes').confirm(LINK)
    expect(openExternal).not.toHaveBeenCalled()
  })
})
