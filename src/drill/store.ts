import { create } from 'zustand'
import type { Drill } from './drill.ts'

/** What is shown beside the rail's status. Only one of them at a time; the drill first. */
type KeyLessons = {
  /** Null while there is none. */
  readonly drill: Drill | null
  /** The command whose key is shown; null for none. */
  readonly hint: { readonly commandId: string; readonly keys: string } | null
}

export const useKeyLessons = create<KeyLessons>()(() => ({ drill: null, hint: null }))
