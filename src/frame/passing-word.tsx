import * as Toast from 'radix-ui/toast'
import { endPassing, useView } from '../view.ts'

/** Long enough to be read by somebody who looked elsewhere, ms. */
const SHOWN_MS = 5_000

/** What is over and needs nothing: said once, at the foot of the list where it covers no composer, and gone. */
export function PassingWord() {
  const passing = useView((view) => view.passing)
  return (
    <Toast.Provider duration={SHOWN_MS} label="Notice">
      {passing !== null && (
        <Toast.Root
          // Said again, it is there anew.
          key={passing.round}
          open
          onOpenChange={(open) => !open && endPassing()}
          className="animate-appear rounded-md border border-line bg-raised px-4 py-2 text-base text-ink shadow-high"
        >
          <Toast.Description>{passing.words}</Toast.Description>
        </Toast.Root>
      )}
      <Toast.Viewport className="pointer-events-none fixed bottom-4 left-60 z-50 flex flex-col outline-none *:pointer-events-auto" />
    </Toast.Provider>
  )
}
