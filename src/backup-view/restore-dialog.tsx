import { useEffect, useRef, useState } from 'react'
import type { DeviceParts, Progress } from '../device-backup/parts.ts'
import { restoreDevice, type RestoredWorkspace } from '../device-backup/restore-device.ts'
import type { BackupSummary, ChosenBackup } from '../shared/device-backup.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { failureCause } from '../words/failure.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { OpenForm } from './open-form.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { RestoreResult, RestoreSummary } from './restore-lists.tsx'
import { resultTitle } from './restore-words.ts'

type Step =
  | { readonly is: 'start'; readonly problem: string | null }
  | {
      readonly is: 'locked'
      readonly chosen: ChosenBackup
      readonly problem: string | null
      readonly isOpening: boolean
    }
  | { readonly is: 'open'; readonly chosen: ChosenBackup; readonly summary: BackupSummary }
  | { readonly is: 'running'; readonly progress: Progress }
  | { readonly is: 'done'; readonly restored: readonly RestoredWorkspace[] }

type RestoreDialogProps = {
  readonly parts: DeviceParts
  readonly onClose: () => void
  /** Opens what was restored. */
  readonly onDone: () => void
}

/** Asks for a backup and its passphrase, shows what it holds, and restores it. */
export function RestoreDialog({ parts, onClose, onDone }: RestoreDialogProps) {
  const { bridge } = parts
  const [step, setStep] = useState<Step>({ is: 'start', problem: null })
  const restoreId = 'chosen' in step ? step.chosen.restoreId : null
  useEndOfRestore(parts, restoreId)

  const choose = async (): Promise<void> => {
    const chosen = await bridge.chooseBackup({})
    if (!chosen.ok) setStep({ is: 'start', problem: failureCause(chosen.failure) })
    else if (chosen.value !== null) setStep({ is: 'locked', chosen: chosen.value, problem: null, isOpening: false })
  }
  const open = async (chosen: ChosenBackup, passphrase: string): Promise<void> => {
    setStep({ is: 'locked', chosen, problem: null, isOpening: true })
    const opened = await bridge.openBackup({ restoreId: chosen.restoreId, passphrase })
    if (opened.ok) setStep({ is: 'open', chosen, summary: opened.value })
    else setStep({ is: 'locked', chosen, problem: failureCause(opened.failure), isOpening: false })
  }
  const restore = async (chosen: ChosenBackup, { workspaces }: BackupSummary): Promise<void> => {
    const onProgress = (progress: Progress): void => setStep({ is: 'running', progress })
    const restored = await restoreDevice(parts, { restoreId: chosen.restoreId, workspaces, onProgress })
    setStep({ is: 'done', restored })
  }
  // What is being written must not go on unseen.
  const close = step.is === 'running' ? () => {} : step.is === 'done' ? onDone : onClose

  const shown = {
    start: () => ({
      body: step.is === 'start' && step.problem !== null && <Problem words={step.problem} />,
      button: <Primary words={text('backup.restore.chooseFile')} onClick={() => void choose()} />,
    }),
    locked: () => ({
      body: step.is === 'locked' && (
        <OpenForm
          fileName={step.chosen.fileName}
          problem={step.problem}
          isOpening={step.isOpening}
          onOpen={(passphrase) => void open(step.chosen, passphrase)}
        />
      ),
      button: (
        <Button variant="primary" type="submit" form="open-backup" disabled={step.is === 'locked' && step.isOpening}>
          {text('backup.restore.open')}
        </Button>
      ),
    }),
    open: () => ({
      body: step.is === 'open' && <RestoreSummary summary={step.summary} />,
      button: step.is === 'open' && step.summary.workspaces.length > 0 && (
        <Primary words={text('backup.restore.start')} onClick={() => void restore(step.chosen, step.summary)} />
      ),
    }),
    running: () => ({
      body: step.is === 'running' && (
        <ProgressBar
          label={text('backup.restore.running', { name: harmlessLine(step.progress.name) })}
          share={step.progress.share}
        />
      ),
      button: null,
    }),
    done: () => ({
      body: step.is === 'done' && <RestoreResult restored={step.restored} />,
      button: <Primary words={text('backup.restore.finish')} onClick={onDone} />,
    }),
  }[step.is]()
  const hasCancel = step.is !== 'running' && step.is !== 'done'
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={step.is === 'done' ? resultTitle(step.restored) : text('backup.restore.title')}
      {...(step.is === 'start' && { description: text('backup.restore.about') })}
      footer={
        <>
          {hasCancel && <Button onClick={close}>{text('backup.cancel')}</Button>}
          {shown.button}
        </>
      }
    >
      {shown.body}
    </Dialog>
  )
}

function Primary({ words, onClick }: { readonly words: string; readonly onClick: () => void }) {
  return (
    <Button variant="primary" onClick={onClick}>
      {words}
    </Button>
  )
}

function Problem({ words }: { readonly words: string }) {
  return (
    <p role="alert" className="text-base text-danger">
      {words}
    </p>
  )
}

/** Main closes the file when the dialog goes before it is restored. */
function useEndOfRestore({ bridge }: DeviceParts, restoreId: string | null): void {
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (restoreId !== null) last.current = restoreId
  }, [restoreId])
  useEffect(
    () => () => {
      if (last.current !== null) void bridge.endRestore({ restoreId: last.current })
    },
    [bridge],
  )
}
