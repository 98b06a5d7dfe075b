import { expect, it } from 'vitest'
import { leaveDraft, leftDraftKept } from '../../../../src/thread/composer/left-drafts.ts'

it('leftDraftKept waits for the pending save of the closed composer', async () => {
  let keep = (): void => undefined
  leaveDraft('conv_1', new Promise<void>((resolve) => (keep = resolve)))
  let isKept = false
  const waiting = leftDraftKept('conv_1').then(() => (isKept = true))
  await leftDraftKept('conv_2')
  expect(isKept).toBe(false)
  keep()
  await waiting
  expect(isKept).toBe(true)
})

it('leftDraftKept waits for the latest save only', async () => {
  let keepLast = (): void => undefined
  leaveDraft('conv_1', Promise.resolve())
  leaveDraft('conv_1', new Promise<void>((resolve) => (keepLast = resolve)))
  let isKept = false
  const waiting = leftDraftKept('conv_1').then(() => (isKept = true))
  await new Promise<void>((resolve) => setImmediate(resolve))
  expect(isKept).toBe(false)
  keepLast()
  await waiting
})
