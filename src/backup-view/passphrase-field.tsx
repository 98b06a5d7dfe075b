import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { MAX_PASSPHRASE } from '../shared/device-backup.ts'
import { text } from '../strings/text.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { TextField } from '../ui/text-field.tsx'

type PassphraseFieldProps = Omit<ComponentProps<typeof TextField>, 'isMasked' | 'trailing' | 'onChange'> & {
  readonly onType: (passphrase: string) => void
}

/** Masked by default, because others may see the screen. */
export function PassphraseField({ onType, ...rest }: PassphraseFieldProps) {
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      {...rest}
      isMasked={!isShown}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={MAX_PASSPHRASE}
      onChange={(event) => onType(event.target.value)}
      trailing={
        <IconButton
          size="sm"
          label={isShown ? text('backup.hidePassphrase') : text('backup.showPassphrase')}
          icon={isShown ? <EyeOff size={14} /> : <Eye size={14} />}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  )
}
