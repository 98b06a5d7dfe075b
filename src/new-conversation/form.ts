import { create } from 'zustand'
import type { Channel } from '../shared/model.ts'

/** What was typed into the dialog. It outlives the dialog: one slip on Esc must not cost a page of words. */
export type Form = {
  /** Words meant for one account's customer must never turn up in another account. */
  readonly workspaceId: string
  readonly channel: Channel
  readonly phone: string
  readonly email: string
  readonly name: string
  readonly message: string
}

const EMPTY: Form = { workspaceId: '', channel: 'sms', phone: '', email: '', name: '', message: '' }

const useStoredForm = create<Form>()(() => EMPTY)

export function useForm(workspaceId: string): Form {
  return useStoredForm((form) => (form.workspaceId === workspaceId ? form : EMPTY))
}

export function changeForm(workspaceId: string, change: Partial<Omit<Form, 'workspaceId'>>): void {
  useStoredForm.setState((form) => ({ ...(form.workspaceId === workspaceId ? form : EMPTY), ...change, workspaceId }))
}

/** After a start: the next one is likely to be over the same channel. */
export function clearForm(): void {
  useStoredForm.setState(({ workspaceId, channel }) => ({ ...EMPTY, workspaceId, channel }))
}
