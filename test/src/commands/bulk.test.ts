import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { factSentences, bulkFactsOf } from '../../../src/bulk/facts.ts'
import { tagLines } from '../../../src/bulk/tag-lines.ts'
import { changeTargets, PREVIEW_FROM } from '../../../src/commands/bulk.ts'
import { partOf } from '../../../src/commands/parts/parts.ts'
import { findCommand } from '../../../src/commands/registry.ts'
import { readContext, runCommand } from '../../../src/commands/run.ts'
import { INITIAL_SETTINGS, useCommandSettings } from '../../../src/commands/settings.ts'
import { undoLast } from '../../../src/commands/undo.ts'
import type { Database } from '../../../src/db/database.ts'
import { listingOf } from '../../../src/catalogue/listing.ts'
import { readListRows } from '../../../src/db/list-rows.ts'
import { countPicked } from '../../../src/catalogue/picked.ts'
import { invariant } from '../../../src/shared/failure.ts'
import { select, useView } from '../../../src/view/view.ts'
import { changeView, resetView } from '../../../src/view/workspace-view.ts'
import type { View } from '../../../src/view/view-state.ts'
import { aConversation, aDatabase } from '../../support/builders.ts'
import { installDocument } from '../../support/drawn-document.ts'
import { openForCommands } from '../../support/open-workspace.ts'

const IDS = Array.from({ length: PREVIEW_FROM + 2 }, (_, index) => `conv_${String(index).padStart(2, '0')}`)
let db: Database
let open: ReturnType<typeof openForCommands>

beforeEach(async () => {
  db = aDatabase()
  open = openForCommands(db)
  await db.conversations.bulkAdd(IDS.map((id) => ({ ...aConversation({ id }), activityAt: 1 })))
  void open.catalogue.begin()
  await expect.poll(() => open.catalogue.list('inbox', null)?.count).toBe(IDS.length)
  resetView()
  useView.setState({ listed: listingOf({ name: 'inbox', channel: null }, IDS) })
})

afterEach(async () => {
  await open.catalogue.stop()
  await db.delete()
})

function run(id: string, from: Parameters<typeof readContext>[1] = {}): void {
  const command = findCommand(id)
  invariant(command !== undefined, `${id} is a command`)
  runCommand(command, readContext(open, { focus: null, ...from }))
}

function press(...ids: readonly string[]): void {
  for (const id of ids) run(id)
}

function view(): View {
  return useView.getState()
}

async function statuses(): Promise<readonly (string | undefined)[]> {
  return (await readListRows(db, IDS)).map(({ shown }) => shown?.status)
}

function of(count: number, status: string): readonly string[] {
  return IDS.map((_, index) => (index < count ? status : 'open'))
}

describe('picked conversations', () => {
  it('are what a command applies to, and are cleared after it', async () => {
    press('next', 'extend-down', 'extend-down', 'resolve')
    expect(countPicked(view().picked)).toBe(0)
    // The first one that the command did not finish.
    expect(view().selectedId).toBe(IDS[3])
    await expect.poll(statuses).toEqual(of(3, 'resolved'))
    expect(view().toast).toMatchObject({ text: '3 conversations resolved', tone: 'done', undo: { field: 'status' } })
    await undoLast(open)
    expect(await statuses()).toEqual(of(0, ''))
  })

  it('stay picked when a command runs on another row', async () => {
    press('pick')
    run('resolve', { conversationIds: [IDS[5] ?? ''] })
    expect(countPicked(view().picked)).toBe(1)
  })

  it('are the first thing that Back clears', () => {
    const remove = installDocument()
    press('select-all', 'next', 'back')
    expect(countPicked(view().picked)).toBe(0)
    expect(view().selectedId).toBe(IDS[0])
    press('back')
    expect(view().selectedId).toBeNull()
    remove()
  })

  it.each(['pick', 'extend-down', 'extend-up', 'select-all'])('are none in focus mode, which shows none: %s', (id) => {
    const remove = installDocument({ threadId: () => view().selectedId })
    press('run-mode', 'next', id)
    expect(view().run).not.toBeNull()
    expect(countPicked(view().picked)).toBe(0)
    remove()
  })

  it('can be all of the view except the selected row, by two keys', () => {
    press('select-all', 'pick')
    expect(countPicked(view().picked)).toBe(IDS.length - 1)
    expect(readContext(open, { focus: null }).conversationIds).not.toContain(IDS[0])
  })
})

describe('a bulk change', () => {
  it('asks once, and runs only after the answer', async () => {
    press('select-all', 'close')
    expect(view()).toMatchObject({ dialog: 'preview', bulk: { commandId: 'close', keys: IDS } })
    expect(await db.outbox.count()).toBe(0)
    run('close', { conversationIds: view().bulk?.keys ?? [], isConfirmed: true })
    await expect.poll(statuses).toEqual(of(IDS.length, 'closed'))
    expect(view().selectedId).toBeNull()
  })

  it('reports the conversations that failed, and changes the others', async () => {
    const conversationIds = [...IDS, 'gone']
    await changeTargets([partOf(open, conversationIds)], { field: 'status', valueFor: 'closed' })
    expect(view().dialog).toBe('problems')
    expect(view().problems).toEqual([{ conversationId: 'gone', name: null, why: 'It’s no longer on this device.' }])
    expect(view().changedBeside).toBe(IDS.length)
    expect(await statuses()).toEqual(of(IDS.length, 'closed'))
  })

  it('does not say that others were changed when none was', async () => {
    await changeTargets([partOf(open, ['gone', 'gone too'])], { field: 'status', valueFor: 'closed' })
    expect(view()).toMatchObject({ dialog: 'problems', changedBeside: 0 })
  })

  it.each([
    ['resolve', / resolved$/, 'status'],
    ['close', / closed$/, 'status'],
    ['toggle-seen', / marked as read$/, 'seen'],
    ['star', / starred$/, 'star'],
  ] as const)('of one conversation names it: %s', async (command, words, field) => {
    press('next', command)
    await expect.poll(() => view().toast?.text).toMatch(words)
    const { toast } = view()
    expect(toast).toMatchObject({ tone: 'done', undo: { field } })
    expect(toast?.names).toHaveLength(1)
  })

  it('of one conversation that has the value says so, and offers no undo', async () => {
    await changeTargets([partOf(open, IDS.slice(0, 1))], { field: 'status', valueFor: 'open' })
    expect(view().toast).toMatchObject({ text: expect.stringMatching(/ is already open\.$/), undo: null })
  })

  it('offers no undo in another workspace that the user has gone to meanwhile: the key would undo something else', async () => {
    const changing = changeTargets([partOf(open, IDS)], { field: 'status', valueFor: 'closed' })
    changeView(null)
    await changing
    expect(view().toast).toMatchObject({ tone: 'done', undo: null })
  })

  it('opens no dialog in another workspace, and names its own', async () => {
    const changing = changeTargets([partOf(open, [...IDS, 'gone', 'gone too'])], {
      field: 'status',
      valueFor: 'closed',
    })
    changeView(null)
    await changing
    expect(view().dialog).toBe('none')
    expect(view().toast).toMatchObject({
      text: '2 conversations in Test couldn’t be changed.',
      names: ['Test'],
      tone: 'problem',
      undo: null,
    })
  })

  it('of one conversation says why it failed', async () => {
    await changeTargets([partOf(open, ['gone'])], { field: 'status', valueFor: 'closed' })
    expect(view().toast?.text).toBe('Nothing changed. It’s no longer on this device.')
  })

  it('says when all are up to date, and adds no undo step', async () => {
    await changeTargets([partOf(open, IDS)], { field: 'status', valueFor: 'open' })
    expect(view().toast).toMatchObject({ text: 'Nothing changed: already up to date.', undo: null })
    expect(await db.journal.count()).toBe(0)
  })

  it('sets all to read, or all to unread', async () => {
    await changeTargets([partOf(open, IDS.slice(1))], { field: 'seen', valueFor: 'read' })
    await expect.poll(() => open.catalogue.totals()?.counts.unread).toBe(1)
    press('select-all', 'toggle-seen')
    await expect.poll(() => open.catalogue.totals()?.counts.unread).toBe(0)
    select(null)
    press('toggle-seen')
    await expect.poll(() => open.catalogue.totals()?.counts.unread).toBe(IDS.length)
  })
})

describe('dialogs of a bulk change', () => {
  it('say who waits, who has a draft, and who is already in the state', async () => {
    const newest = { messageId: 'm', sender: 'customer', words: 'Hello?', waitingSince: 1 }
    await db.conversations.bulkUpdate(IDS.slice(0, 2).map((key) => ({ key, changes: { newest } })))
    await db.conversations.update(IDS[3] ?? '', { status: 'closed' })
    await db.drafts.add({ conversationId: IDS[4] ?? '', text: 'Half', caret: 4, updatedAt: 1 })
    await expect.poll(() => open.catalogue.totals()?.counts).toMatchObject({ waiting: 2, closed: 1, drafts: 1 })
    const facts = bulkFactsOf(open.catalogue, { commandId: 'close', keys: IDS })
    expect(factSentences(facts)).toEqual([
      '2 are waiting for a reply.',
      '1 has an unsent draft.',
      '1 is already in this state.',
    ])
    expect(factSentences(bulkFactsOf(open.catalogue, { commandId: 'reopen', keys: IDS }))).toEqual([
      '11 are already in this state.',
    ])
  })

  it('list the tags on any conversation before other known tags that match the typed text', () => {
    const counts = new Map([
      ['vip', 3],
      ['billing', 12],
    ])
    expect(tagLines(['a', 'billing', 'valued', 'vip'], counts, '').map(({ tag }) => tag)).toEqual([
      'billing',
      'vip',
      'a',
      'valued',
    ])
    expect(tagLines(['a', 'billing', 'valued', 'vip'], counts, 'V')).toEqual([
      { tag: 'vip', count: 3 },
      { tag: 'valued', count: 0 },
    ])
  })
})

describe('a row that the user takes out of the view', () => {
  it('leaves before the database has the change, and returns when the change fails or is undone', async () => {
    press('next', 'resolve')
    expect(view().leaving).toEqual(new Set([IDS[0]]))
    await expect.poll(statuses).toEqual(of(1, 'resolved'))
    await undoLast(open)
    expect(view().leaving).toEqual(new Set())
    const intake = view().intake
    run('close', { conversationIds: ['gone'] })
    expect(view().leaving).toEqual(new Set(['gone']))
    await expect.poll(() => view().leaving).toEqual(new Set())
    expect(view().intake).toBeGreaterThan(intake)
  })

  it('stays when the view still includes it', () => {
    useView.setState({ name: 'all' })
    press('next', 'resolve')
    expect(view().leaving).toEqual(new Set())
  })
})

describe('focus mode', () => {
  it('moves along the list as it was, whatever the advance setting, and ends with the view', () => {
    const remove = installDocument({ threadId: () => view().selectedId })
    useCommandSettings.setState({ advance: 'list' })
    press('run-mode')
    expect(view().selectedId).toBe(IDS[0])
    press('resolve')
    expect(view().selectedId).toBe(IDS[1])
    expect(view().run?.indexOf(IDS[1] ?? '')).toBe(1)
    press('run-mode')
    expect(view().run).toBeNull()
    press('run-mode', 'go-all')
    expect(view().run).toBeNull()
    useCommandSettings.setState(INITIAL_SETTINGS, true)
    remove()
  })

  it('starts with the selected conversation', () => {
    select(IDS[4] ?? null)
    press('run-mode')
    expect(view().selectedId).toBe(IDS[4])
  })
})
