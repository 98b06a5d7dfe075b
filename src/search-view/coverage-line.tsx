import { useRested } from '../ui/use-rested.ts'

/** Indexing changes the words several times a second. They are announced when they have not changed for this time, ms. */
const REST_MS = 2_000

/** How much was searched. */
export function CoverageLine({ words }: { readonly words: string }) {
  const announced = useRested(words, REST_MS)
  return (
    <>
      <p
        title={words}
        className="flex h-8 shrink-0 items-center gap-1.5 overflow-hidden border-t border-line px-5 text-xs text-faint"
      >
        <span className="truncate">{words}</span>
      </p>
      <p role="status" aria-live="polite" className="sr-only">
        {announced}
      </p>
    </>
  )
}
