import { putStoredRows } from '../../support/stored-rows.ts'
import { nameAt, SHORT } from '../account.ts'
import type { Bench, OpenWindow } from '../bench.ts'
import { typeOnFloor } from '../floor-window.ts'
import { searchBuilt, selectInInbox } from '../list-acts.ts'
import { type Driven, prepareActs, typeSome } from '../page-acts.ts'

const KEYS = 60
const KEYS_WHILE_INDEXING = 40
/** The first marks need the dictionary, which is read when a field has the focus. */
const DICTIONARY_MS = 3_000

/** Typing into the composer, with and without spelling, and while search is built. */
export async function measureTyping(bench: Bench): Promise<void> {
  const floor = await typeOnFloor(await bench.floor(), KEYS)
  const plain = await startWithSpelling(bench, await bench.start(), false)
  try {
    await enterReply(plain)
    const indexing = await typeSome(plain, KEYS_WHILE_INDEXING)
    bench.record('typing-indexing', { samples: indexing.painted, floor: floor.painted })
    await searchBuilt(plain.page)
    await enterReply(plain)
    const acts = await typeSome(plain, KEYS)
    bench.record('typing', { samples: acts.painted, floor: floor.painted })
    bench.record('typing-work', { samples: acts.work, floor: floor.work })
  } finally {
    await plain.close()
  }
  if (!bench.wants('typing-spelling')) return
  const checked = await startWithSpelling(bench, await bench.start(), true)
  try {
    await searchBuilt(checked.page)
    await enterReply(checked)
    await typeSome(checked, 12)
    await checked.page.waitForTimeout(DICTIONARY_MS)
    const spelling = await typeSome(checked, KEYS)
    bench.record('typing-spelling', { samples: spelling.painted, floor: floor.painted })
  } finally {
    await checked.close()
  }
}

/** Selects a conversation, and puts the caret into its composer. */
export async function enterReply(driven: Driven): Promise<void> {
  await selectInInbox(driven.page, nameAt(SHORT.place))
  await driven.page.keyboard.press('r')
  await driven.page.locator('#reply:focus').waitFor()
}

/** The window does not notice what is written beside it, so the app is started again. */
async function startWithSpelling(bench: Bench, before: OpenWindow, checksSpelling: boolean): Promise<OpenWindow> {
  await before.page.locator('[role=option]:not([aria-label="Loading"])').first().waitFor()
  const value = { checksSpelling, spellingLanguage: 'automatic', segmentPrice: null }
  await putStoredRows(before.page, 'meta', [{ name: 'writingSettings', value }])
  await before.close()
  const window = await bench.start(before.userDataDir)
  await window.page.locator('[role=option]:not([aria-label="Loading"])').first().waitFor()
  await prepareActs(window.page)
  return window
}
