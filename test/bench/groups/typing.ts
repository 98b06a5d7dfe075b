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
  const window = await bench.start()
  try {
    await loadWithSpelling(window, false)
    await enterReply(window)
    const indexing = await typeSome(window, KEYS_WHILE_INDEXING)
    bench.record('typing-indexing', { samples: indexing.painted, floor: floor.painted })
    await searchBuilt(window.page)
    await enterReply(window)
    const plain = await typeSome(window, KEYS)
    bench.record('typing', { samples: plain.painted, floor: floor.painted })
    bench.record('typing-work', { samples: plain.work, floor: floor.work })
    if (!bench.wants('typing-spelling')) return
    await loadWithSpelling(window, true)
    await searchBuilt(window.page)
    await enterReply(window)
    await typeSome(window, 12)
    await window.page.waitForTimeout(DICTIONARY_MS)
    const spelling = await typeSome(window, KEYS)
    bench.record('typing-spelling', { samples: spelling.painted, floor: floor.painted })
  } finally {
    await window.close()
  }
}

/** Selects a conversation, and puts the caret into its composer. */
export async function enterReply(driven: Driven): Promise<void> {
  await selectInInbox(driven.page, nameAt(SHORT.place))
  await driven.page.keyboard.press('r')
  await driven.page.locator('#reply:focus').waitFor()
}

/** The window does not notice what is written beside it, so it is loaded anew. */
async function loadWithSpelling({ page }: OpenWindow, checksSpelling: boolean): Promise<void> {
  const value = { checksSpelling, spellingLanguage: 'automatic', segmentPrice: null }
  await putStoredRows(page, 'meta', [{ name: 'writingSettings', value }])
  await page.reload()
  await page.locator('[role=option]:not([aria-label="Loading"])').first().waitFor()
  await prepareActs(page)
}
