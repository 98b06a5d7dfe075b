import { useState } from 'react'
import { useWorkspace } from '../../workspace.tsx'
import { suggestTags } from '../../words/tag-words.ts'

type Suggestions = {
  readonly tags: readonly string[]
  /** Index of the option that Enter chooses; -1 for none. */
  readonly active: number
  readonly open: () => void
  readonly close: () => void
  readonly step: (step: 1 | -1) => void
  /** Deactivates the option after the typed text changes. */
  readonly reset: () => void
}

/** Tags of other conversations that start with what is typed. */
export function useSuggestions(taken: readonly string[], typed: string): Suggestions {
  const { catalogue } = useWorkspace()
  const [known, setKnown] = useState<readonly string[]>([])
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const tags = isOpen ? suggestTags(known, taken, typed) : []
  return {
    tags,
    active,
    open() {
      setOpen(true)
      setKnown(catalogue.listTags())
    },
    close() {
      setOpen(false)
      setActive(-1)
    },
    step: (step) => setActive((active + step + (active === -1 && step === -1 ? 1 : 0) + tags.length) % tags.length),
    reset() {
      setOpen(true)
      setActive(-1)
    },
  }
}
