import { beforeEach, describe, expect, it, vi } from 'vitest'
import { makeLinkOpener } from '../../../electron/shell/link-dialog.ts'

const { showMessageBox, openExternal } = vi.hoisted(() => ({ showMessageBox: vi.fn(), openExternal: vi.fn() }))
vi.mock('electron', () => ({ dialog: { showMessageBox }, shell: { openExternal } }))

const LINK = { href: 'https://example.com/a', shown: 'example.com' }
const opener = makeLinkOpener(() => null)

beforeEach(() => vi.clearAllMocks())

describe('the dialog before a link opens', () => {
  it('shows the host and the whole address', async () => {
    showMessageBox.mockResolvedValue({ response: 1 })
    await opener.confirm(LINK)
    expect(showMessageBox.mock.calls[0]?.[0]).toMatchObject({ message: 'Open example.com?', detail: LINK.href })
  })

  // The button that Escape and the close button stand for is the last one.
  it('agrees only with the first button', async () => {
    const answers = []
    for (const response of [0, 1, -1]) {
      showMessageBox.mockResolvedValue({ response })
      answers.push(await opener.confirm(LINK))
    }
    expect(answers).toEqual([true, false, false])
    expect(showMessageBox.mock.calls[0]?.[0]).toMatchObject({ buttons: ['Open', 'Cancel'], defaultId: 1, cancelId: 1 })
  })

  it('is shown for one link at a time', async () => {
    let answer = (_: { response: number }): void => {}
    showMessageBox.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    const first = opener.confirm(LINK)
    expect(await opener.confirm({ href: 'https://example.com/b', shown: 'example.com' })).toBe(false)
    expect(showMessageBox).toHaveBeenCalledTimes(1)
    answer({ response: 0 })
    expect(await first).toBe(true)
    showMessageBox.mockRejectedValueOnce(new Error('no display'))
    await expect(opener.confirm(LINK)).rejects.toThrow('no display')
    showMessageBox.mockResolvedValueOnce({ response: 0 })
    expect(await opener.confirm(LINK)).toBe(true)
  })

  it('is over before anything opens', async () => {
    showMessageBox.mockResolvedValue({ response: 0 })
    await opener.confirm(LINK)
    expect(openExternal).not.toHaveBeenCalled()
  })
})
