import { ArrowLeft } from 'lucide-react'
import { IconButton } from './icon-button.tsx'

type BackButtonProps = {
  /** Such as "Back to list". */
  readonly label: string
  readonly shortcut?: string | undefined
  readonly onBack: () => void
}

/** Leaves a pane of a narrow window. Wide windows have no need for it. */
export function BackButton({ label, shortcut, onBack }: BackButtonProps) {
  return (
    <IconButton
      label={label}
      shortcut={shortcut}
      icon={<ArrowLeft size={16} className="rtl:-scale-x-100" />}
      onClick={onBack}
      className="several:hidden"
    />
  )
}
