import { useState } from 'react'
import { beginHistory, changeDraft, replaceDraft } from './draft-history.ts'

type DraftVersions = {
  readonly begin: (text: string) => void
  readonly change: (text: string) => void
  readonly replace: (text: string) => void
  /** Runs a save with the earlier versions that wait. If it fails, they wait for the next save. */
  readonly saveEarlier: (save: (earlier: readonly string[]) => Promise<void>) => Promise<void>
}

/** The history of a draft, with the earlier versions that are not saved yet. */
export function useDraftHistory(text: string): DraftVersions {
  const [versions] = useState(() => {
    let history = beginHistory(text, Date.now())
    let waiting: readonly string[] = []
    const apply = (step: ReturnType<typeof changeDraft>): void => {
      history = step.history
      waiting = [...waiting, ...step.earlier]
    }
    return {
      begin(newText: string) {
        history = beginHistory(newText, Date.now())
      },
      change: (newText: string) => apply(changeDraft(history, newText, Date.now())),
      replace: (newText: string) => apply(replaceDraft(history, newText, Date.now())),
      async saveEarlier(save: (earlier: readonly string[]) => Promise<void>) {
        const earlier = waiting
        waiting = []
        try {
          await save(earlier)
        } catch (error) {
          waiting = [...earlier, ...waiting]
          throw error
        }
      },
    }
  })
  return versions
}
