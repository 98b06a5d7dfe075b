import { useState, type SubmitEvent } from 'react'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { failureCause } from '../words/failure.ts'
import type { Choice, GateActions } from './gate.ts'
import { GateFrame } from './gate-frame.tsx'

const OPTIONS = [
  { choice: 'memory', title: 'sealing.choice.memory.title', about: 'sealing.choice.memory.text' },
  { choice: 'unprotected', title: 'sealing.choice.unprotected.title', about: 'sealing.choice.unprotected.text' },
] as const satisfies readonly { readonly choice: Choice; readonly title: unknown; readonly about: unknown }[]

type ChoiceScreenProps = Pick<GateActions, 'choose' | 'tryAgain' | 'restart'> & { readonly platform: string }

/** Asks once what to keep on a system without a keychain. Nothing is chosen beforehand, because both options cost something. */
export function ChoiceScreen({ platform, choose, tryAgain, restart }: ChoiceScreenProps) {
  const [chosen, setChosen] = useState<Choice | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (choice: Choice): Promise<void> => {
    setBusy(true)
    const stored = await choose(choice)
    setBusy(false)
    setProblem(stored.ok ? null : failureCause(stored.failure))
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (chosen !== null && !isBusy) void submit(chosen)
  }
  return (
    <GateFrame title={text('sealing.choice.title')}>
      <p id="choice-text" className="text-base text-muted">
        {text('sealing.choice.text')}
      </p>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <div
          role="radiogroup"
          aria-label={text('sealing.choice.title')}
          aria-describedby="choice-text"
          className="flex flex-col gap-2"
        >
          {OPTIONS.map(({ choice, title, about }) => (
            <label
              key={choice}
              className={classNames(
                'flex items-start gap-3 rounded-md border p-3 transition-colors',
                'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus',
                chosen === choice ? 'border-accent bg-accent-soft' : 'border-line-strong hover:bg-hover',
              )}
            >
              <input
                type="radio"
                name="choice"
                value={choice}
                checked={chosen === choice}
                onChange={() => setChosen(choice)}
                aria-describedby={`choice-${choice}`}
                className="mt-0.75 accent-accent outline-none"
              />
              <span className="min-w-0 flex-1">
                <span className="block text-base font-semibold">{text(title)}</span>
                <span id={`choice-${choice}`} className="mt-0.5 block text-base text-muted">
                  {text(about)}
                </span>
              </span>
            </label>
          ))}
        </div>
        {problem !== null && (
          <p role="alert" className="text-base text-danger">
            {problem}
          </p>
        )}
        <Button
          type="submit"
          variant="primary"
          aria-disabled={chosen === null || isBusy || undefined}
          className="self-start"
        >
          {text('sealing.choice.continue')}
        </Button>
      </form>
      {platform === 'linux' ? <RestartForKeychain restart={restart} /> : <GetKeychain tryAgain={tryAgain} />}
    </GateFrame>
  )
}

/** On Linux the keychain is asked only once in each start. */
function RestartForKeychain({ restart }: Pick<ChoiceScreenProps, 'restart'>) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-4">
      <p className="min-w-48 flex-1 basis-0 text-sm text-muted">{text('sealing.choice.keychain.linux')}</p>
      <Button size="sm" onClick={() => void restart()}>
        {text('sealing.restart')}
      </Button>
    </div>
  )
}

/** How to get a keychain, and a button that looks for one again. */
function GetKeychain({ tryAgain }: Pick<ChoiceScreenProps, 'tryAgain'>) {
  const [state, setState] = useState<'idle' | 'checking' | 'none'>('idle')
  const check = async (): Promise<void> => {
    setState('checking')
    await tryAgain()
    // Still here: otherwise another screen is shown.
    setState('none')
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-4">
      <p className="min-w-48 flex-1 basis-0 text-sm text-muted">
        {text('sealing.choice.keychain.other')}{' '}
        <span role="status">{state === 'none' && text('sealing.choice.stillNone')}</span>
      </p>
      <Button
        size="sm"
        aria-disabled={state === 'checking' || undefined}
        onClick={() => {
          if (state !== 'checking') void check()
        }}
      >
        {text(state === 'checking' ? 'sealing.choice.checking' : 'sealing.choice.checkAgain')}
      </Button>
    </div>
  )
}
