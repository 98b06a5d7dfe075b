import { useState } from 'react'
import { beginHistory, changeDraft, putAway } from './draft-history.ts'

type Past = {
  readonly begin: (text: string) => void
  readonly change: (text: string) => void
  readonly putAway: (text: string) => void
  /** Runs a save with the earlier words that wait for one; those that it could not keep wait for the next. */
  readonly carry: (save: (earlier: readonly string[]) => Promise<void>) => Promise<void>
}

/** The draft's history, and its earlier words that are not kept yet. */
export function useDraftHistory(text: string): Past {
  const [past] = useState(() => {
    let history = beginHistory(text, Date.now())
    let waiting: readonly string[] = []
    const take = (step: ReturnType<typeof changeDraft>): void => {
      history = step.history
      waiting = [...waiting, ...step.earlier]
    }
    return {
      begin(words: string) {
        history = beginHistory(words, Date.now())
      },
      change: (words: string) => take(changeDraft(history, words, Date.now())),
      putAway: (words: string) => take(putAway(history, words, Date.now())),
      async carry(save: (earlier: readonly string[]) => Promise<void>) {
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
  return past
}
