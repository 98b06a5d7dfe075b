import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outcomeLines } from '../../../src/backup-view/restore-words.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { backUpDevice } from '../../../src/device-backup/back-up.ts'
import type { DeviceParts, Progress } from '../../../src/device-backup/parts.ts'
import { restoreDevice } from '../../../src/device-backup/restore-device.ts'
import type { Workspace } from '../../../src/shared/bridge.ts'
import { failed } from '../../../src/shared/failure.ts'
import { ANY_TIME } from '../../support/builders.ts'
import { DATA_KEY } from '../../support/data-key.ts'
import { FakeDeviceBackup } from '../../support/fake-device-backup.ts'

const PASSPHRASE = 'four quiet green trains'
const workspace = (id: string): Workspace => ({
  ...{ id, name: `Shop ${id}`, kind: 'api', baseUrl: 'https://api.example.com', databaseName: `round-${id}` },
  ...{ key: 'sealed', isTest: false },
})
const OLD = [workspace('one'), workspace('two')]

let file: FakeDeviceBackup
let closed: string[]

/** As in the browser, entries are properties of the object. */
class FakeStorage {
  readonly [name: string]: unknown
  getItem(name: string): string | null {
    return Object.hasOwn(this, name) ? String(this[name]) : null
  }
  setItem(name: string, value: string): void {
    Object.assign(this, { [name]: value })
  }
}
let storage = new FakeStorage() as unknown as Storage

const database = (name: string): Database => makeDatabase(name, DATA_KEY, undefined, ANY_TIME)

function partsOf(closedNames: readonly string[] = []): DeviceParts {
  return {
    bridge: file.bridge,
    storage,
    async open({ databaseName }) {
      if (closedNames.includes(databaseName)) return null
      const db = database(databaseName)
      const close = db.close.bind(db)
      db.close = (options) => {
        closed.push(databaseName)
        close(options)
      }
      return db
    },
  }
}

async function draftsOf(databaseName: string): Promise<readonly string[]> {
  const db = database(databaseName)
  const drafts = await db.drafts.toArray()
  db.close()
  return drafts.map(({ text }) => text)
}

async function backUp(parts = partsOf(), isStopped = () => false) {
  const progress: Progress[] = []
  const what = { workspaces: OLD, passphrase: PASSPHRASE, onProgress: (one: Progress) => progress.push(one), isStopped }
  return { outcome: await backUpDevice(parts, what), progress }
}

async function restore(parts = partsOf()) {
  const opened = await file.bridge.openBackup({ restoreId: 'restore-1', passphrase: PASSPHRASE })
  if (!opened.ok) throw new Error('it opens')
  const { workspaces } = opened.value
  return restoreDevice(parts, { restoreId: 'restore-1', workspaces, onProgress: () => {} })
}

beforeEach(async () => {
  file = new FakeDeviceBackup()
  closed = []
  storage = new FakeStorage() as unknown as Storage
  for (const { id, databaseName } of OLD) {
    const db = database(databaseName)
    await db.drafts.put({ conversationId: 'c', text: `draft of ${id}`, caret: 0, updatedAt: 1 })
    db.close()
    file.taken.set(id, { id: `new-${id}`, databaseName: `round-new-${id}` })
  }
})

afterEach(async () => {
  for (const id of ['one', 'two', 'new-one', 'new-two']) await database(`round-${id}`).delete()
})

describe('backing up', () => {
  it('writes each workspace once and closes its database', async () => {
    const { outcome, progress } = await backUp()
    expect(outcome).toMatchObject({ ok: true, value: { fileName: 'one.clarion-backup', left: [], lostNotes: 0 } })
    expect([file.isWhole, file.workspaceIds]).toEqual([true, ['one', 'two']])
    expect(file.parts.map(({ workspaceId, table }) => [workspaceId, table])).toEqual([
      ['one', 'drafts'],
      ['two', 'drafts'],
    ])
    expect(progress.map(({ name }) => name)).toEqual(['Shop one', 'Shop two'])
    expect(closed.toSorted()).toEqual(['round-one', 'round-two'])
  })

  it('leaves out a workspace that does not open, and names it', async () => {
    const { outcome } = await backUp(partsOf(['round-one']))
    expect(outcome).toMatchObject({ ok: true, value: { left: ['Shop one'] } })
    expect(file.workspaceIds).toEqual(['two'])
  })

  it('ends when the user cancels the dialog or stops it', async () => {
    file.isCancelled = true
    expect((await backUp()).outcome).toBe('cancelled')
    file.isCancelled = false
    expect((await backUp(partsOf(), () => true)).outcome).toBe('cancelled')
    expect([file.isWhole, file.parts]).toEqual([false, []])
    expect(closed).toHaveLength(4)
  })

  it('ends with the reason when the file cannot be written', async () => {
    const failure = { kind: 'refused', words: 'The disk is full.' } as const
    const bridge = { ...file.bridge, addToBackup: async () => failed(failure) }
    const { outcome } = await backUp({ ...partsOf(), bridge })
    expect(outcome).toEqual({ ok: false, failure })
    expect(file.isWhole).toBe(false)
  })
})

describe('restoring', () => {
  it('fills each workspace, and takes settings where there are none', async () => {
    storage.setItem('density', 'compact')
    await backUp()
    storage = new FakeStorage() as unknown as Storage
    expect((await restore()).map(({ name, outcome }) => [name, outcome.is])).toEqual([
      ['one', 'restored'],
      ['two', 'restored'],
    ])
    expect([await draftsOf('round-new-one'), await draftsOf('round-new-two')]).toEqual([
      ['draft of one'],
      ['draft of two'],
    ])
    expect(storage.getItem('density')).toBe('compact')
  })

  it('goes on after a workspace that is refused or does not open, and says which', async () => {
    await backUp()
    file.taken.delete('one')
    const restored = await restore(partsOf(['round-new-two']))
    expect(restored.map(({ outcome }) => outcomeLines(outcome))).toEqual([
      ['Not restored. Not connected.'],
      ['Not restored. Its data can’t be stored yet. Open this workspace once, then restore the backup again.'],
    ])
    // Once that is settled, the same file adds the rest.
    file.taken.set('one', { id: 'new-one', databaseName: 'round-new-one' })
    expect((await restore()).map(({ outcome }) => outcomeLines(outcome))).toEqual([
      ['Added: 1 draft.'],
      ['Added: 1 draft.'],
    ])
    expect((await restore()).map(({ outcome }) => outcomeLines(outcome))).toEqual([
      ['Nothing to add.'],
      ['Nothing to add.'],
    ])
  })

  it('stores nothing of a workspace whose last part cannot be read', async () => {
    await backUp()
    const bridge = {
      ...file.bridge,
      readBackupPart: async () => failed({ kind: 'refused', words: 'This backup is damaged or incomplete.' }),
    }
    const restored = await restore({ ...partsOf(), bridge })
    expect(outcomeLines(restored[0]?.outcome ?? { is: 'not-opened' })).toEqual([
      'Not restored. This backup is damaged or incomplete.',
    ])
    expect(await draftsOf('round-new-one')).toEqual([])
  })
})

it('outcomeLines names what differs, and at most twenty', () => {
  const conflicts = Array.from({ length: 25 }, (_, index) => ({ kind: 'snooze' as const, name: `Customer ${index}` }))
  const counts = { ops: 1, drafts: 0, flags: 2, notes: 0, snippets: 0, unusable: 3 }
  const lines = outcomeLines({ is: 'restored', imported: { ...counts, conflicts } })
  expect(lines[0]).toBe('Added: 1 unsent message or change and 2 stars and snoozes.')
  expect(lines[1]).toBe('Customer 0 was snoozed on both. The snooze from this device stays.')
  expect(lines.slice(-2)).toEqual(['And 5 more.', '3 items couldn’t be read.'])
  expect(lines).toHaveLength(23)
  const unnamed = { ...counts, conflicts: [{ kind: 'note' as const, name: null }] }
  expect(outcomeLines({ is: 'restored', imported: unnamed })).toContain(
    'Two notes about a customer. They are one after the other now.',
  )
})
