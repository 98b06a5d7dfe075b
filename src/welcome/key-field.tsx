import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { text } from '../strings/text.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { TextField } from '../ui/text-field.tsx'

type KeyFieldProps = Omit<ComponentProps<typeof TextField>, 'label' | 'isMasked' | 'trailing'>

/** Masked by default, because users enter keys while sharing their screen. */
export function KeyField(props: KeyFieldProps) {
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      {...props}
      label={text('welcome.key')}
      isMasked={!isShown}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      trailing={
        <IconButton
          size="sm"
          label={isShown ? text('welcome.hideKey') : text('welcome.showKey')}
          icon={isShown ? <EyeOff size={14} /> : <Eye size={14} />}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  )
}
