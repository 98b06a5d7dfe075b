import { expect, it } from 'vitest'
import { makeSingleFlight } from '../../../electron/api/single-flight.ts'
import { type Result, success } from '../../../src/shared/failure.ts'

const THROUGH = success('through')
const BUSY = { ok: false, failure: { kind: 'unreachable', code: 'BUSY' } }
const UNDER_WAY = { ok: false, failure: { kind: 'interrupted', code: 'UNDER_WAY' } }
const CALL = { workspaceId: 'w', opId: 'op1', conversationId: 'c1' }

function pending(): { readonly call: () => Promise<Result<string>>; readonly end: () => void } {
  let end = (): void => {}
  const promise = new Promise<Result<string>>((resolve) => (end = () => resolve(success('done'))))
  return { call: () => promise, end: () => end() }
}

it.each([
  ['the same op', CALL, UNDER_WAY],
  ['the same op in another conversation', { ...CALL, conversationId: 'c2' }, UNDER_WAY],
  ['another op of the conversation', { ...CALL, opId: 'op2' }, BUSY],
  ['another conversation', { ...CALL, opId: 'op2', conversationId: 'c2' }, THROUGH],
  ['another create', { ...CALL, opId: 'op2', conversationId: null }, THROUGH],
  ['another workspace', { ...CALL, workspaceId: 'v' }, THROUGH],
])('single flight decides about %s while a call is in flight', async (_, mutation, expected) => {
  const singleFlight = makeSingleFlight()
  const first = pending()
  const running = singleFlight.run(CALL, first.call)
  const second = await singleFlight.run(mutation, () => Promise.resolve(THROUGH))
  expect(second).toEqual(expected)
  first.end()
  expect(await running).toEqual(success('done'))
})

it('single flight admits the next call when a call ends, even with an exception', async () => {
  const singleFlight = makeSingleFlight()
  await expect(singleFlight.run(CALL, () => Promise.reject(new Error('bug')))).rejects.toThrow('bug')
  expect(await singleFlight.run(CALL, () => Promise.resolve(success('through')))).toEqual(success('through'))
})
