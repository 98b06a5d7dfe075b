export type DraftText = { readonly text: string; readonly caret: number }

/** Saves the draft of one conversation while it is typed. */
export type DraftKeeper = {
  /** Saves at once. While a save is running, only the newest draft waits. */
  readonly keep: (draft: DraftText) => void
  /** Resolves when every save has ended, successfully or not, and there is no hold. */
  readonly settle: () => Promise<void>
  /** Finishes the waiting save and pauses saving. During a send, a late save would restore the sent text as a draft. */
  readonly hold: () => Promise<void>
  /** Ends the hold. `draft` is the remaining text, or null when none is left. */
  readonly release: (draft: DraftText | null) => void
}

/** Calls `onFailing` after each save with whether it failed. */
export function makeDraftKeeper(
  save: (draft: DraftText) => Promise<void>,
  onFailing: (isFailing: boolean) => void,
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
        onFailing(false)
      } catch {
        // The text is still in the composer, and the next keystroke tries again.
        onFailing(true)
      }
    }
    running = null
  }

  function start(): void {
    if (running === null && waiting !== null && !isHeld) running = run()
  }

  async function finishSaves(): Promise<void> {
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
      await finishSaves()
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
