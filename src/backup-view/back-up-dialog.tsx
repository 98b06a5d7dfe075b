import { useRef, useState, type FormEvent } from 'react'
import { type BackedUp, backUpDevice } from '../device-backup/back-up.ts'
import type { DeviceParts, Progress } from '../device-backup/parts.ts'
import { MIN_LENGTH, strengthOf } from '../device-backup/passphrase.ts'
import type { Workspace } from '../shared/bridge.ts'
import { listText } from '../shared/messages/list-text.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { failureCause } from '../words/failure.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { PassphraseField } from './passphrase-field.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { STRENGTHS } from './strength-words.ts'

type Step =
  | { readonly is: 'form'; readonly problem: string | null }
  | { readonly is: 'running'; readonly progress: Progress | null }
  | { readonly is: 'done'; readonly backedUp: BackedUp }

type BackUpDialogProps = {
  readonly parts: DeviceParts
  /** All of this device. */
  readonly workspaces: readonly Workspace[]
  readonly onClose: () => void
}

/** Asks for a passphrase and writes the backup. */
export function BackUpDialog({ parts, workspaces, onClose }: BackUpDialogProps) {
  const [step, setStep] = useState<Step>({ is: 'form', problem: null })
  const isStopped = useRef(false)
  const own = workspaces.filter(({ kind }) => kind === 'api')
  const close = (): void => {
    isStopped.current = true
    onClose()
  }
  const run = async (passphrase: string): Promise<void> => {
    isStopped.current = false
    setStep({ is: 'running', progress: null })
    const outcome = await backUpDevice(parts, {
      ...{ workspaces: own, passphrase },
      onProgress: (progress) => setStep({ is: 'running', progress }),
      isStopped: () => isStopped.current,
    })
    if (outcome === 'cancelled') return setStep({ is: 'form', problem: null })
    if (outcome !== 'unreadable' && outcome.ok) return setStep({ is: 'done', backedUp: outcome.value })
    const why = outcome === 'unreadable' ? text('backup.unreadable') : failureCause(outcome.failure)
    setStep({ is: 'form', problem: text('backup.failed', { why }) })
  }
  if (step.is === 'done') return <Done backedUp={step.backedUp} onClose={close} />
  const progress = step.is === 'running' ? step.progress : null
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={text('backup.title')}
      description={own.length === 0 ? text('backup.nothing') : text('backup.about')}
      footer={
        <>
          <Button onClick={close}>{text(step.is === 'running' ? 'backup.stop' : 'backup.cancel')}</Button>
          {own.length > 0 && progress === null && (
            <Button variant="primary" type="submit" form="back-up" disabled={step.is === 'running'}>
              {text('backup.chooseLocation')}
            </Button>
          )}
        </>
      }
    >
      {progress !== null && (
        <ProgressBar label={text('backup.running', { name: harmlessLine(progress.name) })} share={progress.share} />
      )}
      {own.length > 0 && (
        // It keeps what was typed while the system's dialog is open, which the user may cancel.
        <div hidden={progress !== null}>
          <PassphraseForm
            problem={step.is === 'form' ? step.problem : null}
            isRunning={step.is === 'running'}
            onSubmit={(passphrase) => void run(passphrase)}
          />
        </div>
      )}
    </Dialog>
  )
}

type PassphraseFormProps = {
  readonly problem: string | null
  readonly isRunning: boolean
  readonly onSubmit: (passphrase: string) => void
}

function PassphraseForm({ problem, isRunning, onSubmit }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [isTried, setTried] = useState(false)
  const strength = strengthOf(passphrase)
  const isDifferent = passphrase !== repeated
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!isRunning && strength !== 'short' && !isDifferent) onSubmit(passphrase)
  }
  const strengthText =
    strength === 'short' ? text('backup.strength.short', { count: MIN_LENGTH }) : text(STRENGTHS[strength])
  const isRepeatedWrong = isDifferent && (isTried || (repeated !== '' && !passphrase.startsWith(repeated)))
  return (
    <form id="back-up" onSubmit={submit} className="flex flex-col gap-4 pt-1">
      <PassphraseField
        label={text('backup.passphrase')}
        value={passphrase}
        onType={setPassphrase}
        readOnly={isRunning}
        hint={strength === 'weak' ? <span className="text-warning">{strengthText}</span> : strengthText}
        error={isTried && strength === 'short' ? strengthText : null}
      />
      <PassphraseField
        label={text('backup.repeat')}
        value={repeated}
        onType={setRepeated}
        readOnly={isRunning}
        error={isRepeatedWrong ? text('backup.different') : null}
      />
      <p className="rounded-sm bg-warning-soft px-3 py-2 text-base text-warning">{text('backup.warning')}</p>
      {problem !== null && (
        <p role="alert" className="text-base text-danger">
          {problem}
        </p>
      )}
    </form>
  )
}

function Done({ backedUp, onClose }: { readonly backedUp: BackedUp; readonly onClose: () => void }) {
  const { fileName, left, lostNotes } = backedUp
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={text('backup.done.title')}
      description={text('backup.done', { file: harmlessLine(fileName) })}
      footer={
        <Button variant="primary" onClick={onClose}>
          {text('backup.close')}
        </Button>
      }
    >
      <div className="flex flex-col gap-2 text-base wrap-anywhere">
        <p>{text('backup.doneAbout')}</p>
        {left.length > 0 && (
          <p className="text-warning">{text('backup.left', { names: listText(left.map(harmlessLine)) })}</p>
        )}
        {lostNotes > 0 && <p className="text-warning">{text('backup.lostNotes', { count: lostNotes })}</p>}
      </div>
    </Dialog>
  )
}
