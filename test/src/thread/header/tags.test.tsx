// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addToQueue, runInOrder } from '../../../../src/commands/serial.ts'
import type { Database } from '../../../../src/db/database.ts'
import { readListRows } from '../../../../src/db/list-rows.ts'
import { Tags } from '../../../../src/thread/header/tags.tsx'
import { resetView } from '../../../../src/view/workspace-view.ts'
import { type OpenWorkspace, WorkspaceProvider } from '../../../../src/workspace.tsx'
import { Random } from '../../../simulation/random.ts'
import { aConversation, aDatabase } from '../../../support/builders.ts'
import { openForCommands } from '../../../support/open-workspace.ts'

let db: Database
let open: OpenWorkspace
let root: Root
/** Let the writes of the changes begin, one at a time. */
let gates: (() => void)[]

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  resetView()
  gates = []
  db = aDatabase()
  await db.conversations.bulkAdd(['a', 'b'].map((id) => ({ ...aConversation({ id, tags: [] }), activityAt: 1 })))
  open = openForCommands(db)
  root = createRoot(document.body.appendChild(document.createElement('div')))
})

afterEach(async () => {
  act(() => root.unmount())
  document.body.replaceChildren()
  await db.delete()
})

async function readTags(id: string): Promise<readonly string[]> {
  // A change that was held may be stored meanwhile.
  const [row] = await act(() => readListRows(db, [id]))
  return row?.shown?.tags ?? []
}

function draw(id: string, tags: readonly string[]): void {
  act(() =>
    root.render(
      <WorkspaceProvider value={open}>
        <Tags key={id} conversationId={id} tags={tags} />
      </WorkspaceProvider>,
    ),
  )
}

function shown(): readonly string[] {
  const expand = document.querySelector<HTMLElement>('[aria-expanded=false]:not(input)')
  if (expand !== null) act(() => expand.click())
  return [...document.querySelectorAll('bdi')].map((chip) => chip.textContent ?? '')
}

/** The next change is written only after its gate was opened. */
function holdNextWrite(): void {
  addToQueue(db, new Promise<void>((resolve) => void gates.push(resolve)))
}

function add(tag: string): void {
  holdNextWrite()
  const field = document.querySelector('input')
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  act(() => {
    setValue?.call(field, tag)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  act(() => void field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })))
}

function remove(tag: string): void {
  holdNextWrite()
  const button = document.querySelector<HTMLElement>(`button[aria-label$="${tag}"]`)
  act(() => button?.click())
}

/** Opens the gates and waits for the writes. */
async function write(count = gates.length): Promise<void> {
  const opened = gates.splice(0, count)
  await act(async () => {
    for (const openGate of opened) openGate()
    // With gates left closed, a task at the end of the queue would wait for them.
    if (gates.length === 0) await runInOrder(db, () => Promise.resolve())
    else await settle()
  })
}

/** Turns of the event loop in which a few transactions of the fake database end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('the tags of the header', () => {
  it.each(Array.from({ length: 8 }, (_, seed) => seed))(
    'keep all of 14 quick changes, in random orders of writes and reads (seed %i)',
    async (seed) => {
      const random = new Random(seed)
      let expected: readonly string[] = []
      draw('a', [])
      for (let index = 0; index < 14; index += 1) {
        const removed = expected.length > 0 && random.chance(0.3) ? random.pick(expected) : null
        if (removed === null) {
          // Now and then a tag that was removed before.
          const tag = `tag ${random.chance(0.2) ? random.between(0, index) : index}`
          add(tag)
          expected = expected.includes(tag) ? expected : [...expected, tag]
        } else {
          remove(removed)
          expected = expected.filter((tag) => tag !== removed)
        }
        expect(shown()).toEqual(expected)
        if (random.chance(0.5)) await write(random.between(0, gates.length))
        if (random.chance(0.5)) draw('a', await readTags('a'))
        expect(shown()).toEqual(expected)
      }
      await write()
      expect(await readTags('a')).toEqual(expected)
      draw('a', await readTags('a'))
      expect(shown()).toEqual(expected)
    },
  )

  it('has what the user did last when a tag is added and removed in one go', async () => {
    draw('a', [])
    add('vip')
    remove('vip')
    expect(shown()).toEqual([])
    await write(1)
    draw('a', await readTags('a'))
    expect(shown()).toEqual([])
    await write()
    expect(await readTags('a')).toEqual([])
  })

  it('writes to the conversation that the user changed, after another one was opened', async () => {
    draw('a', [])
    add('vip')
    draw('b', [])
    expect(shown()).toEqual([])
    add('returns')
    await write()
    expect([await readTags('a'), await readTags('b')]).toEqual([['vip'], ['returns']])
  })

  it('keeps a tag that the server adds while a change is being written', async () => {
    draw('a', [])
    add('vip')
    await db.conversations.update('a', { tags: ['from the server'] })
    draw('a', await readTags('a'))
    expect(shown()).toEqual(['from the server', 'vip'])
    await write()
    expect(await readTags('a')).toEqual(['from the server', 'vip'])
  })

  it('shows what the server says once a change was written and lists were read', async () => {
    draw('a', [])
    add('vip')
    await write()
    draw('a', await readTags('a'))
    draw('a', ['other'])
    expect(shown()).toEqual(['other'])
  })

  it('adds a suggested tag whole, though none as long can be typed', async () => {
    const long = 'a tag of another conversation that is longer than fifty characters'
    open = { ...open, catalogue: { ...open.catalogue, listTags: () => [long] } }
    draw('a', [])
    const field = document.querySelector('input')
    act(() => field?.focus())
    for (const key of ['ArrowDown', 'Enter'])
      act(() => void field?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
    await write()
    expect(await readTags('a')).toEqual([long])
  })

  it('shows no tag of a change that failed, and says so', async () => {
    draw('a', [])
    add('vip')
    await db.conversations.clear()
    await write()
    expect(shown()).toEqual([])
    expect(document.querySelector('[role=alert]')?.textContent).toContain('tags')
  })
})
