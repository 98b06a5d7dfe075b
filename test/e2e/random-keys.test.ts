import { type CDPSession, errors, type Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { DraftRow, JournalRow } from '../../src/db/rows.ts'
import { invariant } from '../../src/shared/failure.ts'
import { Random } from '../simulation/random.ts'
import type { Person } from '../support/person.ts'
import { setStage, type Stage } from '../support/stage.ts'
import { storedRows } from '../support/stored-rows.ts'

/** Factor by which the window's CPU is throttled. */
const CPU_SLOWDOWN = 5
const ROUNDS = 24

/** A key press when the window received it, before any command ran: what was selected, and whether it was visible. */
type SeenPress = {
  readonly key: string
  readonly selectedId: string | null
  readonly isListed: boolean
  readonly threadId: string | null
  readonly hasThreadFocus: boolean
}

/** A sent key: a command, the key that opens a field, or a letter of the text. */
type SentKey = { readonly key: string; readonly as: 'command' | 'field' | 'text'; readonly mark: string }

it('random keys change and write only to visible conversations when drawing is slow', async () => {
  const stage = await setStage({ conversations: 14 })
  const person = await stage.start('connected')
  const { page } = person
  await person.rows().first().waitFor()
  await page.getByText('All threads on this device').waitFor()
  const devtools = await page.context().newCDPSession(page)
  await watchPresses(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  const sent = await sendRandomKeys(person, devtools, new Random(1911))
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await page.keyboard.press('Escape')

  const seen = await page.evaluate(() => (window as unknown as { seen: readonly SeenPress[] }).seen)
  const presses = seen.slice(0, sent.length)
  expect(presses.map(({ key }) => key)).toEqual(sent.map(({ key }) => key))
  const facts = await readFacts(stage, page)
  const strays = [...strayCommands(facts, sent, presses), ...strayTexts(facts, sent, presses)]
  expect(strays).toEqual([])
  const counts = {
    presses: sent.length,
    changes: facts.changes.length,
    texts: facts.texts.filter(({ text }) => marksIn(text).length > 0).length,
    marks: new Set(facts.texts.flatMap(({ text }) => marksIn(text))).size,
  }
  console.info('random keys', counts)
  // A run without changes or texts would prove nothing.
  expect(counts.changes).toBeGreaterThan(2)
  expect(counts.marks).toBeGreaterThan(2)
})

/** Sends bursts of keys without a pause, so that each key comes before the previous one's result is drawn. */
async function sendRandomKeys(person: Person, devtools: CDPSession, random: Random): Promise<readonly SentKey[]> {
  const all: SentKey[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const sent: SentKey[] = []
    const command = (...keys: readonly string[]): void => {
      for (const key of keys) sent.push({ key, as: 'command', mark: '' })
    }
    if (random.chance(0.4)) await clickRow(person, random.between(0, 4))
    if (random.chance(0.3)) command('g', random.pick(['i', 'a']))
    let isWriting = false
    for (let step = random.between(1, 4); step > 0 && !isWriting; step -= 1) {
      const kind = random.weighted({ move: 5, change: 3, view: 1, enter: 1, text: 4 })
      if (kind === 'move') command(random.pick(['j', 'j', 'k']))
      else if (kind === 'change') command(random.pick(['e', 's', 'u', 's']))
      else if (kind === 'view') command('g', random.pick(['i', 'a', 's', 'u', '*']))
      else if (kind === 'enter') command('Enter')
      else {
        // The text contains a unique mark, and letters that are commands outside a field.
        const mark = String.fromCodePoint(FIRST_MARK + round * 4 + step)
        const field = random.pick(['r', 'r', 'r', 'l'])
        sent.push({ key: field, as: 'field', mark })
        for (const key of `e${mark}su${mark}hj${mark}ce`) sent.push({ key, as: 'text', mark })
        isWriting = true
      }
    }
    await Promise.all(sent.map(({ key }) => devtools.send('Input.dispatchKeyEvent', keyDown(key))))
    all.push(...sent)
    // Usually waits for the field before Escape. Otherwise Escape comes before the field is drawn.
    if (isWriting && random.chance(0.8)) await fieldOrMessage(person.page)
    if (isWriting) {
      await devtools.send('Input.dispatchKeyEvent', keyDown('Escape'))
      all.push({ key: 'Escape', as: 'command', mark: '' })
    }
  }
  return all
}

/**
 * Waits until the field has focus or a message says why it has not. Without either, the test continues: the final checks decide what
 * happened to the text.
 */
async function fieldOrMessage(page: Page): Promise<void> {
  const isEither = (): boolean => {
    const isFocused = document.activeElement?.matches('#reply, #tags, #first-message') === true
    const message = document.querySelector('section[aria-label=Keyboard]')?.textContent ?? ''
    return isFocused || /Select a conversation|can’t reply|no text field/.test(message)
  }
  await page.waitForFunction(isEither, undefined, { timeout: FIELD_MS }).catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error
  })
}

/** Much longer than a slow window needs to draw a field, ms. It only bounds a hang. */
const FIELD_MS = 15_000

const FIRST_MARK = 0x4e00

function marksIn(text: string): readonly string[] {
  return [...new Set(text.match(/[\u4e00-\u5fff]/gu))]
}

function keyDown(key: string) {
  const isText = [...key].length === 1
  const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key
  const windowsVirtualKeyCode = key === 'Escape' ? 27 : key === 'Enter' ? 13 : 0
  return { type: 'keyDown' as const, key, code, windowsVirtualKeyCode, ...(isText && { text: key }) }
}

async function clickRow(person: Person, index: number): Promise<void> {
  const middle = await person.rows().evaluateAll((rows, nth) => {
    const box = rows[nth]?.getBoundingClientRect()
    return box === undefined ? null : ([box.x + box.width / 2, box.y + box.height / 2] as const)
  }, index)
  // A view can be without rows.
  if (middle !== null) await person.page.mouse.click(...middle)
}

/** Listens in the capture phase, before the elements and all commands, which listen in the bubble phase. */
async function watchPresses(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: SeenPress[] = []
    Object.assign(window, { seen })
    window.addEventListener(
      'keydown',
      ({ key }) => {
        const row = document.querySelector('#conversations [role=option][aria-current=true]')
        const thread = document.querySelector<HTMLElement>('section[data-conversation-id]')
        const focused = document.activeElement?.closest<HTMLElement>('section[data-conversation-id]') ?? null
        seen.push({
          key,
          selectedId: row === null ? null : decodeURIComponent(row.id.replace(/^conversation-/, '')),
          isListed: row !== null,
          threadId: thread?.dataset['conversationId'] ?? null,
          hasThreadFocus: focused !== null,
        })
      },
      true,
    )
  })
}

type Facts = {
  readonly changes: readonly { readonly field: string; readonly conversationId: string }[]
  readonly texts: readonly { readonly conversationId: string; readonly text: string }[]
}

/** The results: changes and texts from the undo journal, the server's journal and the drafts. */
async function readFacts(stage: Stage, page: Page): Promise<Facts> {
  const journal = await storedRows<JournalRow>(page, 'journal')
  const drafts = await storedRows<DraftRow>(page, 'drafts')
  const changes = journal.flatMap(({ field, changes: all }) =>
    all.map(({ conversationId, after }) => ({ field, conversationId, after })),
  )
  const onServer = stage.server.journal.mutations().flatMap((mutation) => (mutation.by === null ? [] : [mutation]))
  return {
    changes: [
      ...changes,
      ...onServer.flatMap((mutation) =>
        mutation.kind === 'close' || (mutation.kind === 'update' && mutation.status !== undefined)
          ? [{ field: 'status', conversationId: mutation.conversationId }]
          : [],
      ),
    ],
    texts: [
      ...drafts,
      ...changes.flatMap(({ field, conversationId, after }) =>
        field === 'tags' ? [{ conversationId, text: after }] : [],
      ),
      ...onServer.flatMap((mutation) =>
        mutation.kind === 'send' ? [{ conversationId: mutation.conversationId, text: mutation.content }] : [],
      ),
    ],
  }
}

const KEYS_OF: Readonly<Record<string, readonly string[]>> = { status: ['e'], star: ['s'], seen: ['u'] }

function strayCommands({ changes }: Facts, sent: readonly SentKey[], presses: readonly SeenPress[]): readonly string[] {
  return changes.flatMap(({ field, conversationId }) => {
    const keys = KEYS_OF[field]
    if (keys === undefined) return field === 'tags' ? [] : [`${field} of ${conversationId} was changed`]
    const isIntended = presses.some(
      (press, index) => sent[index]?.as === 'command' && keys.includes(press.key) && isVisible(press, conversationId),
    )
    return isIntended ? [] : [`${field} of ${conversationId} was changed while it was not selected and visible`]
  })
}

function isVisible({ selectedId, isListed, threadId, hasThreadFocus }: SeenPress, conversationId: string): boolean {
  return (isListed && selectedId === conversationId) || (hasThreadFocus && threadId === conversationId)
}

function strayTexts({ texts }: Facts, sent: readonly SentKey[], presses: readonly SeenPress[]): readonly string[] {
  return texts.flatMap(({ conversationId, text }) =>
    marksIn(text).flatMap((mark) => {
      const index = sent.findIndex((key) => key.as === 'field' && key.mark === mark)
      const press = presses[index]
      invariant(press !== undefined, 'every mark belongs to a typed text')
      return isVisible(press, conversationId) ? [] : [`“${mark}” is in ${conversationId}`]
    }),
  )
}
