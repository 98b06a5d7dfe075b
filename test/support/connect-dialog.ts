import type { ElectronApplication } from 'playwright-core'

export type ShownQuestion = {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
  readonly isModal: boolean
}

/** `wait`: the question stays open until the next call, which answers it too. */
export type ConnectAnswer = 'Connect' | 'Cancel' | 'wait'

/** What the main process keeps for these functions. */
type Kept = { questions: ShownQuestion[]; answer: ConnectAnswer; open: (() => void)[] }

/**
 * Answers the system's dialog before a connect, which a test cannot click, from now on. Other dialogs stay as they are. Only the app in
 * English is answered.
 */
export async function answerConnects(app: ElectronApplication, answer: ConnectAnswer): Promise<void> {
  await app.evaluate(({ dialog }, given) => {
    const main = globalThis as unknown as { connects?: Kept }
    if (main.connects === undefined) {
      const kept: Kept = { questions: [], answer: given, open: [] }
      main.connects = kept
      const ask = dialog.showMessageBox.bind(dialog) as (...input: unknown[]) => Promise<unknown>
      const showMessageBox = async (...input: unknown[]): Promise<unknown> => {
        const { message, detail, buttons } = input.at(-1) as ShownQuestion
        if (buttons[0] !== 'Connect') return ask(...input)
        kept.questions.push({ message, detail, buttons, isModal: input.length === 2 })
        if (kept.answer === 'wait') await new Promise<void>((resolve) => kept.open.push(resolve))
        return { response: buttons.indexOf(kept.answer), checkboxChecked: false }
      }
      Object.assign(dialog, { showMessageBox })
    }
    main.connects.answer = given
    if (given !== 'wait') for (const resolve of main.connects.open.splice(0)) resolve()
  }, answer)
}

/** The questions since the first `answerConnects`. */
export async function readConnectQuestions(app: ElectronApplication): Promise<readonly ShownQuestion[]> {
  return app.evaluate(() => (globalThis as unknown as { connects?: Kept }).connects?.questions ?? [])
}
