import { useState, type FormEvent } from 'react'
import { text } from '../strings/text.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { PassphraseField } from './passphrase-field.tsx'

type OpenFormProps = {
  readonly fileName: string
  readonly problem: string | null
  readonly isOpening: boolean
  readonly onOpen: (passphrase: string) => void
}

/** Asks for the passphrase of a chosen file. */
export function OpenForm({ fileName, problem, isOpening, onOpen }: OpenFormProps) {
  const [passphrase, setPassphrase] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isOpening && passphrase !== '') onOpen(passphrase)
  }
  return (
    <form id="open-backup" onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-base text-muted wrap-anywhere">
        {text('backup.restore.passphraseOf', { file: harmlessLine(fileName) })}
      </p>
      <PassphraseField
        label={text('backup.passphrase')}
        value={passphrase}
        onType={setPassphrase}
        readOnly={isOpening}
        autoFocus
        error={problem}
      />
      {isOpening && (
        <p role="status" className="text-base text-muted">
          {text('backup.restore.opening')}
        </p>
      )}
    </form>
  )
}
