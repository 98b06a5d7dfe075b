// @vitest-environment happy-dom
import Dexie from 'dexie'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it, vi } from 'vitest'
import { makeDatabase } from '../../src/db/database.ts'
import { readForms } from '../../src/db/kept-forms.ts'
import { formKey, keepForm, readForm } from '../../src/new-conversation/form.ts'
import type { RunningWorkspace } from '../../src/open-workspace.ts'
import { saveTypedWhenAsked } from '../../src/save-typed.ts'
import { success } from '../../src/shared/failure.ts'
import { useSaveOnLeaving } from '../../src/ui/use-save-on-leaving.ts'
import { DATA_KEY } from '../support/data-key.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

function Field({ save }: { readonly save: () => Promise<void> }) {
  useSaveOnLeaving(save)
  return null
}

it('fields save when the window closes and when they are removed, and only while they are shown', () => {
  const save = vi.fn(() => Promise.resolve())
  const root = createRoot(document.createElement('div'))
  act(() => root.render(<Field save={save} />))
  window.dispatchEvent(new Event('pagehide'))
  expect(save).toHaveBeenCalledTimes(1)
  act(() => root.unmount())
  expect(save).toHaveBeenCalledTimes(2)
  window.dispatchEvent(new Event('pagehide'))
  expect(save).toHaveBeenCalledTimes(2)
})

it('the answer to main comes after every field and begun conversation is stored, also when one field fails', async () => {
  const db = makeDatabase('clarion-typed', DATA_KEY)
  keepForm(formKey('w'), { ...readForm(formKey('w')), message: 'Hello' })
  const steps: string[] = []
  let store = (): void => {}
  const stored = new Promise<void>((resolve) => {
    store = () => {
      steps.push('field stored')
      resolve()
    }
  })
  const root = createRoot(document.createElement('div'))
  act(() =>
    root.render(
      <>
        <Field save={() => Promise.reject(new Error('its database has failed'))} />
        <Field save={() => stored} />
      </>,
    ),
  )
  let ask = (): void => {}
  const answered = new Promise<void>((resolve) => {
    const bridge = {
      onSaveTyped(listener: () => void) {
        ask = listener
        return () => {}
      },
      typedSaved: async () => {
        steps.push('answered')
        resolve()
        return success(null)
      },
    }
    saveTypedWhenAsked(bridge, () => [{ db, workspace: { id: 'w' } } as unknown as RunningWorkspace])
  })
  ask()
  await Promise.resolve()
  expect(steps).toEqual([])
  store()
  await answered
  expect(steps).toEqual(['field stored', 'answered'])
  expect(await readForms(db)).toMatchObject([['w', { message: 'Hello' }]])
  db.close()
  await Dexie.delete(db.name)
})
