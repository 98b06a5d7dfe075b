import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { makeAsk } from '../../../electron/shell/question.ts'

const { showMessageBox } = vi.hoisted(() => ({ showMessageBox: vi.fn() }))
vi.mock('electron', () => ({ dialog: { showMessageBox } }))

const QUESTION = { message: 'Connect to example.com?', detail: 'It gets the key.', agree: 'Connect', cancel: 'Cancel' }

beforeEach(() => vi.resetAllMocks())

describe('a question in a system dialog', () => {
  it('is modal to the window', async () => {
    showMessageBox.mockResolvedValue({ response: 1 })
    const window = {} as BrowserWindow
    await makeAsk(() => window)(QUESTION)
    expect(showMessageBox.mock.calls[0]?.[0]).toBe(window)
    expect(showMessageBox.mock.calls[0]?.[1]).toMatchObject({ message: QUESTION.message, detail: QUESTION.detail })
  })

  // The button that Escape and the close button stand for is the last one.
  it('is agreed to only with the first button', async () => {
    const ask = makeAsk(() => null)
    const answers = []
    for (const response of [0, 1, -1]) {
      showMessageBox.mockResolvedValue({ response })
      answers.push(await ask(QUESTION))
    }
    expect(answers).toEqual(['yes', 'no', 'no'])
    expect(showMessageBox.mock.calls[0]?.[0]).toMatchObject({
      buttons: ['Connect', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
    })
  })

  it('is asked one at a time', async () => {
    const ask = makeAsk(() => null)
    let answer = (_: { response: number }): void => {}
    showMessageBox.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    const first = ask(QUESTION)
    expect(await ask({ ...QUESTION, message: 'Open example.com?' })).toBe('busy')
    expect(showMessageBox).toHaveBeenCalledTimes(1)
    answer({ response: 0 })
    expect(await first).toBe('yes')
    showMessageBox.mockRejectedValueOnce(new Error('no display'))
    await expect(ask(QUESTION)).rejects.toThrow('no display')
    showMessageBox.mockResolvedValueOnce({ response: 0 })
    expect(await ask(QUESTION)).toBe('yes')
  })
})
