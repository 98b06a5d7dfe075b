import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Database, makeDatabase } from '../../src/db/database.ts'
import { followPlace } from '../../src/follow-place.ts'
import { useView } from '../../src/view/view.ts'
import { resetView } from '../../src/view/workspace-view.ts'
import { DATA_KEY } from '../support/data-key.ts'

const NAME = 'clarion-follow-place'
const nothing = (): void => {}

beforeEach(() => {
  const document = { addEventListener: nothing, removeEventListener: nothing, getElementById: () => null }
  vi.stubGlobal('document', { ...document, activeElement: null })
  vi.stubGlobal('requestAnimationFrame', nothing)
  vi.stubGlobal('requestIdleCallback', (run: () => void) => run())
})

afterEach(async () => {
  vi.unstubAllGlobals()
  resetView()
  await Dexie.delete(NAME)
})

function storageOf(stored: Map<string, string>) {
  return {
    getItem: (name: string): string | null => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  }
}

type Device = { readonly workspaceId?: string; readonly local?: Map<string, string>; readonly canShowAll?: boolean }

function follow(db: Database, session: Map<string, string>, device: Device = {}) {
  const { workspaceId = 'w', local = new Map(), canShowAll = false } = device
  return followPlace({
    ...{ workspaceId, sealer: db.sealer, session: storageOf(session), local: storageOf(local) },
    canShowAll: () => canShowAll,
  })
}

it('followPlace restores the view of a tag, whose name is never stored as it is', async () => {
  const stored = new Map<string, string>()
  const db = makeDatabase(NAME, DATA_KEY)
  const before = follow(db, stored)
  await before.restore(db)
  useView.setState({ name: 'waiting', tag: 'Mrs Smith' })
  await before.stop()
  expect(stored.size).toBe(1)
  expect([...stored.values()].join()).not.toContain('Smith')

  resetView()
  const after = follow(db, stored)
  await after.restore(db)
  await after.stop()
  expect(useView.getState()).toMatchObject({ name: 'waiting', tag: 'Mrs Smith' })
  db.close()
})

it('followPlace restores the view after the app has quit, which ends the session storage', async () => {
  const db = makeDatabase(NAME, DATA_KEY)
  const before = follow(db, new Map())
  await before.restore(db)
  useView.setState({ name: 'closed', tag: 'Mrs Smith' })
  await before.stop()
  expect(JSON.stringify(await db.meta.get('lastPlace'))).not.toContain('Smith')

  resetView()
  const session = new Map<string, string>()
  const after = follow(db, session)
  await after.restore(db)
  expect(useView.getState()).toMatchObject({ name: 'closed', tag: 'Mrs Smith' })
  // A page that crashes there again and again is not led there: the session counts.
  expect([...session.values()].join()).toContain('"returns":1')
  await after.stop()
  db.close()
})

it('followPlace restores nothing from the last start once the session has a place', async () => {
  const db = makeDatabase(NAME, DATA_KEY)
  const before = follow(db, new Map())
  await before.restore(db)
  useView.setState({ name: 'closed' })
  await before.stop()
  resetView()
  const after = follow(db, new Map([['place', '{"workspaceId":"another"}']]))
  await after.restore(db)
  await after.stop()
  expect(useView.getState().name).toBe('inbox')
  db.close()
})

it('followPlace restores the view after any number of locks, and not after the third crash in a row', async () => {
  const stored = new Map<string, string>()
  const db = makeDatabase(NAME, DATA_KEY)
  /** One page: it restores the view, and ends. */
  const openPage = async (end: 'lock' | 'crash'): Promise<string> => {
    resetView()
    const page = follow(db, stored)
    await page.restore(db)
    const { name } = useView.getState()
    const atCrash = new Map(stored)
    await page.stop()
    // A process that is lost stores nothing more.
    if (end === 'crash') for (const [key, value] of atCrash) stored.set(key, value)
    return name
  }
  const first = follow(db, stored)
  await first.restore(db)
  useView.setState({ name: 'waiting' })
  await first.stop()
  for (let lock = 0; lock < 5; lock += 1) expect(await openPage('lock')).toBe('waiting')
  expect(await openPage('crash')).toBe('waiting')
  expect(await openPage('crash')).toBe('waiting')
  expect(await openPage('crash')).not.toBe('waiting')
  db.close()
})

it('followPlace shows All inboxes again at the next start, in the workspace that opens first', async () => {
  const db = makeDatabase(NAME, DATA_KEY)
  const local = new Map<string, string>()
  const before = follow(db, new Map(), { local, canShowAll: true })
  await before.restore(db)
  useView.setState({ acting: 'w', name: 'waiting', channel: 'sms', tag: 'Mrs Smith', selectedId: 'conv_1' })
  await before.stop()
  expect([...local.values()].join()).not.toContain('Smith')

  const start = async (canShowAll: boolean) => {
    resetView()
    const page = follow(db, new Map(), { workspaceId: 'other', local: new Map(local), canShowAll })
    await page.restore(db)
    await page.stop()
    const { acting, name, channel, tag, selectedId } = useView.getState()
    return { acting, name, channel, tag, selectedId }
  }
  const nothing = { tag: null, selectedId: null }
  expect(await start(true)).toEqual({ acting: 'other', name: 'waiting', channel: 'sms', ...nothing })
  // The user has signed out of the other workspaces meanwhile.
  expect((await start(false)).acting).toBeNull()
  db.close()
})

it('followPlace shows one workspace at the next start after the user has left All inboxes', async () => {
  const db = makeDatabase(NAME, DATA_KEY)
  const local = new Map<string, string>()
  const page = follow(db, new Map(), { local, canShowAll: true })
  await page.restore(db)
  useView.setState({ acting: 'w' })
  expect(local.size).toBe(1)
  useView.setState({ acting: null })
  expect(local.size).toBe(0)
  await page.stop()
  db.close()
})
