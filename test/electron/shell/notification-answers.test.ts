import { expect, it } from 'vitest'
import { makeNotificationAnswers } from '../../../electron/shell/notification-answers.ts'
import { MAX_REPLY_UNITS } from '../../../src/shared/notification.ts'

/** With a disk that keeps nothing: see kept-replies.test.ts. */
function begin() {
  const said: string[] = []
  const state = { isLocked: false }
  const answers = makeNotificationAnswers({
    isLocked: () => state.isLocked,
    kept: { read: () => [], keep: () => {}, end: () => {} },
    tellPage: () => said.push('page'),
    sayLocked: (kind) => said.push(`locked ${kind}`),
    log: (event) => said.push(event),
  })
  const take = async (workspaceId = 'w') => {
    const taken = await answers.bridge.takeNotificationAnswers({ workspaceId })
    return taken.ok ? taken.value : []
  }
  return { answers, take, said, state }
}

it('keeps an answer until the page has stored it', async () => {
  const { answers, take, said } = begin()
  answers.add({ noticeId: '1@w', kind: 'reply', text: 'Yes' })
  expect(said).toEqual(['page'])
  const [first] = await take()
  expect(first).toMatchObject({ noticeId: '1@w', kind: 'reply', text: 'Yes', wasLocked: false })
  expect(await take()).toEqual([first])
  expect(await take('another')).toEqual([])
  await answers.bridge.endNotificationAnswer({ answerId: first?.answerId ?? '' })
  expect(await take()).toEqual([])
})

it('ignores a second report of a waiting answer, and keeps a different one', async () => {
  const { answers, take, said } = begin()
  for (const text of ['Yes', 'Yes', 'No']) answers.add({ noticeId: '1@w', kind: 'reply', text })
  answers.add({ noticeId: '1@w', kind: 'resolve' })
  expect((await take()).map(({ kind, text }) => [kind, text])).toEqual([
    ['reply', 'Yes'],
    ['reply', 'No'],
    ['resolve', ''],
  ])
  expect(said).toEqual(['page', 'page', 'page'])
})

it('does not wake the page of a locked app, and says that nothing was done', async () => {
  const { answers, take, said, state } = begin()
  state.isLocked = true
  answers.add({ noticeId: '1@w', kind: 'reply', text: 'Yes' })
  answers.add({ noticeId: '1@w', kind: 'resolve' })
  expect(said).toEqual(['locked reply', 'locked resolve'])
  state.isLocked = false
  expect((await take()).map(({ wasLocked }) => wasLocked)).toEqual([true, true])
})

it('takes no answer to a notification of another app, and bounds what it keeps', async () => {
  const { answers, take, said } = begin()
  answers.add({ noticeId: 'foreign', kind: 'reply', text: 'Yes' })
  expect(said).toEqual([])
  answers.add({ noticeId: '0@w', kind: 'reply', text: 'x'.repeat(MAX_REPLY_UNITS + 1) })
  for (let number = 1; number <= 100; number += 1) answers.add({ noticeId: `${number}@w`, kind: 'resolve' })
  expect(said.at(-1)).toBe('notification-answers-full')
  const taken = await take()
  expect(taken).toHaveLength(100)
  expect(taken[0]?.text).toHaveLength(MAX_REPLY_UNITS)
})
