import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeDatabase } from '../../src/db/database.ts'
import { followPlace } from '../../src/follow-place.ts'
import { resetView, useView } from '../../src/view.ts'
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

/** Session storage, of which only these two methods are used. */
function storageOf(stored: Map<string, string>): Storage {
  const getItem = (name: string): string | null => stored.get(name) ?? null
  return { getItem, setItem: (name: string, value: string) => void stored.set(name, value) } as unknown as Storage
}

it('followPlace restores the view of a tag, whose name is never stored as it is', async () => {
  const stored = new Map<string, string>()
  const db = makeDatabase(NAME, DATA_KEY)
  const before = followPlace('w', db.sealer, storageOf(stored))
  await before.restore(db)
  useView.setState({ name: 'waiting', tag: 'Mrs Smith' })
  await before.stop()
  expect(stored.size).toBe(1)
  expect([...stored.values()].join()).not.toContain('Smith')

  resetView()
  const after = followPlace('w', db.sealer, storageOf(stored))
  await after.restore(db)
  await after.stop()
  expect(useView.getState()).toMatchObject({ name: 'waiting', tag: 'Mrs Smith' })
  db.close()
})

it('followPlace restores the view after the app has quit, which ends the session storage', async () => {
  const db = makeDatabase(NAME, DATA_KEY)
  const before = followPlace('w', db.sealer, storageOf(new Map()))
  await before.restore(db)
  useView.setState({ name: 'closed', tag: 'Mrs Smith' })
  await before.stop()
  expect(JSON.stringify(await db.meta.get('lastPlace'))).not.toContain('Smith')

  resetView()
  const session = new Map<string, string>()
  const after = followPlace('w', db.sealer, storageOf(session))
  await after.restore(db)
  expect(useView.getState()).toMatchObject({ name: 'closed', tag: 'Mrs Smith' })
  // A page that crashes there again and again is not led there: the session counts.
  expect([...session.values()].join()).toContain('"returns":1')
  await after.stop()
  db.close()
})

it('followPlace restores nothing from the last start once the session has a place', async () => {
  const db = makeDatabase(NAME, DATA_KEY)
  const before = followPlace('w', db.sealer, storageOf(new Map()))
  await before.restore(db)
  useView.setState({ name: 'closed' })
  await before.stop()
  resetView()
  const after = followPlace('w', db.sealer, storageOf(new Map([['place', '{"workspaceId":"another"}']])))
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
    const page = followPlace('w', db.sealer, storageOf(stored))
    await page.restore(db)
    const { name } = useView.getState()
    const atCrash = new Map(stored)
    await page.stop()
    // A process that is lost stores nothing more.
    if (end === 'crash') for (const [key, value] of atCrash) stored.set(key, value)
    return name
  }
  const first = followPlace('w', db.sealer, storageOf(stored))
  await first.restore(db)
  useView.setState({ name: 'waiting' })
  await first.stop()
  for (let lock = 0; lock < 5; lock += 1) expect(await openPage('lock')).toBe('waiting')
  expect(await openPage('crash')).toBe('waiting')
  expect(await openPage('crash')).toBe('waiting')
  expect(await openPage('crash')).not.toBe('waiting')
  db.close()
})
