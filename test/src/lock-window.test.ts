import Dexie from 'dexie'
import type { Root } from 'react-dom/client'
import { expect, it } from 'vitest'
import { makeDatabase } from '../../src/db/database.ts'
import { readForms } from '../../src/db/kept-forms.ts'
import { makeWindowLock } from '../../src/lock-window.tsx'
import { clearForm, formKey, keepForm, readForm } from '../../src/new-conversation/form.ts'
import type { RunningWorkspace } from '../../src/open-workspace.ts'
import { success } from '../../src/shared/failure.ts'
import { DATA_KEY } from '../support/data-key.ts'

const IDS = ['a', 'b', 'c']

it('locking the window saves what was typed in each workspace, and closes all, also when one fails', async () => {
  const steps: string[] = []
  const workspaces = IDS.map((id) => {
    const db = makeDatabase(`clarion-lock-${id}`, DATA_KEY)
    keepForm(formKey(id), { ...readForm(formKey(id)), message: `For ${id}` })
    const close = async (): Promise<void> => {
      if (id === 'b') throw new Error('its database has failed')
      db.close()
      steps.push(`closed ${id}`)
    }
    return { db, workspace: { id }, close } as unknown as RunningWorkspace
  })
  const isDone = new Promise<void>((resolve) => {
    const lock = makeWindowLock({
      root: { render: () => void steps.push('covered') } as unknown as Root,
      stop: () => workspaces,
      done: () => {
        steps.push('done')
        resolve()
        return Promise.resolve(success(null))
      },
    })
    lock()
  })
  // At once, before anything is saved.
  expect(steps).toEqual(['covered'])
  await isDone
  expect(steps.slice(1, -1).toSorted()).toEqual(['closed a', 'closed c'])
  expect(steps.at(-1)).toBe('done')

  for (const id of IDS) {
    clearForm(formKey(id))
    const again = makeDatabase(`clarion-lock-${id}`, DATA_KEY)
    expect(await readForms(again)).toMatchObject([[id, { message: `For ${id}` }]])
    again.close()
    await Dexie.delete(again.name)
  }
})
