import { expect, it } from 'vitest'
import { leaveDraft, leftDraftKept } from '../../../../src/thread/composer/left-drafts.ts'

const HERE = { databaseName: 'clarion-w', conversationId: 'conv_1' }

it('leftDraftKept waits for the pending save of the closed composer', async () => {
  let keep = (): void => undefined
  leaveDraft(HERE, new Promise<void>((resolve) => (keep = resolve)))
  let isKept = false
  const waiting = leftDraftKept(HERE).then(() => (isKept = true))
  await leftDraftKept({ ...HERE, conversationId: 'conv_2' })
  expect(isKept).toBe(false)
  keep()
  await waiting
  expect(isKept).toBe(true)
})

it('leftDraftKept waits for the latest save only', async () => {
  let keepLast = (): void => undefined
  leaveDraft(HERE, Promise.resolve())
  leaveDraft(HERE, new Promise<void>((resolve) => (keepLast = resolve)))
  let isKept = false
  const waiting = leftDraftKept(HERE).then(() => (isKept = true))
  await new Promise<void>((resolve) => setImmediate(resolve))
  expect(isKept).toBe(false)
  keepLast()
  await waiting
})

it('leftDraftKept does not wait for a draft of another workspace under the same id', async () => {
  let keep = (): void => undefined
  leaveDraft(HERE, new Promise<void>((resolve) => (keep = resolve)))
  leaveDraft({ ...HERE, databaseName: 'clarion-other' }, Promise.resolve())
  await leftDraftKept({ ...HERE, databaseName: 'clarion-other' })
  let isKept = false
  const waiting = leftDraftKept(HERE).then(() => (isKept = true))
  await new Promise<void>((resolve) => setImmediate(resolve))
  expect(isKept).toBe(false)
  keep()
  await waiting
})
