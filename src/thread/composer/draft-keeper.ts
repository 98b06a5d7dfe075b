export type DraftText = { readonly text: string; readonly caret: number }

/** Keeps one conversation's words while they are typed. */
export type DraftKeeper = {
  /** Saves at once; while a save is on its way, only the newest words wait for their turn. */
  readonly keep: (draft: DraftText) => void
  /** Resolves once all that was given is kept or could not be, and no hold is left. */
  readonly settle: () => Promise<void>
  /** Keeps what waits and then saves nothing more: the words are being sent, and a late save would bring them back as a draft. */
  readonly hold: () => Promise<void>
  /** Ends the hold; `draft` is what is in the composer now, or null when all of it went. */
  readonly release: (draft: DraftText | null) => void
}

/** `onTrouble` is told whether the last save failed. */
export function makeDraftKeeper(
  save: (draft: DraftText) => Promise<void>,
  onTrouble: (isFailing: boolean) => void,
): DraftKeeper {
  let waiting: DraftText | null = null
  let running: Promise<void> | null = null
  let isHeld = false
  let endHold = (): void => {}
  let held = Promise.resolve()

  async function run(): Promise<void> {
    while (waiting !== null && !isHeld) {
      const draft = waiting
      waiting = null
      try {
        await save(draft)
        onTrouble(false)
      } catch {
        // The words are still in the composer, and the next keystroke tries again.
        onTrouble(true)
      }
    }
    running = null
  }

  function start(): void {
    if (running === null && waiting !== null && !isHeld) running = run()
  }

  async function savesEnd(): Promise<void> {
    while (running !== null) await running
  }

  async function settle(): Promise<void> {
    while (running !== null || isHeld) await (running ?? held)
  }

  return {
    keep(draft) {
      waiting = draft
      start()
    },
    settle,
    async hold() {
      await savesEnd()
      isHeld = true
      held = new Promise((resolve) => (endHold = resolve))
      waiting = null
    },
    release(draft) {
      isHeld = false
      waiting = draft
      start()
      endHold()
    },
  }
}
