import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { doneWords, lackingWords } from '../../../src/export-view/export-words.ts'
import { runExport } from '../../../src/export-view/run-export.ts'
import { failed, type Result, success } from '../../../src/shared/failure.ts'
import { stopExport, useView } from '../../../src/view/view.ts'
import { resetView } from '../../../src/view/workspace-view.ts'
import { aConversation, aDatabase } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'

const IDS = Array.from({ length: 120 }, (_, index) => `c${index}`)
const TO_EXPORT = { title: 'Inbox', conversationIds: IDS, isCut: false }
const NO_ROOM = failed({ kind: 'refused', words: 'The disk is full. Free some space, then try again.' })
let db: Database
let bridge: FakeBridge

beforeEach(async () => {
  db = aDatabase()
  bridge = new FakeBridge()
  resetView()
  await db.conversations.bulkAdd(IDS.map((id) => ({ ...aConversation({ id }), activityAt: 1, newest: null })))
})

afterEach(() => db.delete())

it('runExport writes all conversations and reports progress and the result', async () => {
  const progress: unknown[] = []
  const unsubscribe = useView.subscribe(({ exporting }) => progress.push(exporting))
  await runExport({ db, bridge }, TO_EXPORT, 'csv')
  unsubscribe()
  expect(progress).toContainEqual({ kind: 'running', exportId: 'export-1', done: 50, total: 120 })
  expect(bridge.exported?.isKept).toBe(true)
  expect(bridge.exported?.pieces.join('').split('\r\n')).toHaveLength(IDS.length + 2)
  expect(useView.getState()).toMatchObject({
    exporting: null,
    toast: { text: '120 conversations saved as chosen.csv.' },
  })
})

it('runExport does nothing when the user cancels the file dialog', async () => {
  bridge.beginExport = () => Promise.resolve(success(null))
  await runExport({ db, bridge }, TO_EXPORT, 'json')
  expect(useView.getState()).toMatchObject({ exporting: null, toast: null })
})

it.each(['beginExport', 'appendExport', 'endExport'] as const)(
  'runExport shows the reason when %s fails',
  async (call) => {
    bridge[call] = (): Promise<Result<never>> => Promise.resolve(NO_ROOM)
    await runExport({ db, bridge }, TO_EXPORT, 'markdown')
    const words = 'Couldn’t export. The disk is full. Free some space, then try again.'
    expect(useView.getState()).toMatchObject({ exporting: { kind: 'failed', words }, toast: null })
    if (call === 'appendExport') expect(bridge.exported?.isKept).toBe(false)
  },
)

it.each([
  ['stopped', stopExport],
  ['left for another workspace', resetView],
])('runExport discards the file when %s', async (_, leave) => {
  const unsubscribe = useView.subscribe(({ exporting }) => {
    if (exporting?.kind === 'running' && exporting.done > 0) leave()
  })
  await runExport({ db, bridge }, TO_EXPORT, 'csv')
  unsubscribe()
  expect(bridge.exported?.isKept).toBe(false)
  expect(useView.getState()).toMatchObject({ exporting: null, toast: null })
})

it('runExport rethrows a bug and discards the file', async () => {
  db.close()
  await expect(runExport({ db, bridge }, TO_EXPORT, 'csv')).rejects.toThrow()
  expect(bridge.exported?.isKept).toBe(false)
  expect(useView.getState().exporting).toBeNull()
  await db.open()
})

describe('export texts', () => {
  it.each([
    [0, 5, null],
    [1, 1, /^The newest messages/],
    [1, 5, /^1 of them is incomplete/],
    [1_200, 5_000, /^1,200 of them are incomplete/],
    [5, 5, /^None of them is complete/],
  ])('lackingWords with %i of %i incomplete', (incomplete, total, expected) => {
    const text = lackingWords(incomplete, total)
    if (expected === null) expect(text).toBeNull()
    else expect(text).toMatch(expected)
  })

  it('doneWords tells what is in the file and what is missing', () => {
    expect(doneWords({ written: 1, notWhole: [], gone: 0 }, 'a.md')).toBe('1 conversation saved as a.md.')
    expect(doneWords({ written: 2_000, notWhole: ['a', 'b'], gone: 3 }, 'a.md')).toBe(
      '2,000 conversations saved as a.md. 2 incomplete on this device: the file marks them. 3 left out: no longer on this device.',
    )
  })
})
