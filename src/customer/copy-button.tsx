import { Check, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { identifierLine } from '../shared/text/system-text.ts'
import { text } from '../strings/text.ts'
import { copyText } from '../ui/copy-text.ts'
import { IconButton } from '../ui/icon-button.tsx'

/** How long the confirmation is shown, ms. */
const CONFIRMATION_MS = 1_500

export function CopyButton({ copied }: { /** The text to copy. */ readonly copied: string }) {
  const [isCopied, setCopied] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), CONFIRMATION_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = (): void => {
    setCopied(copyText(identifierLine(copied)))
    button.current?.focus()
  }
  return (
    <>
      <IconButton
        ref={button}
        size="sm"
        label={text('customer.copy', { text: copied })}
        icon={isCopied ? <Check size={13} className="text-success" /> : <Copy size={13} />}
        onClick={copy}
      />
      <span role="status" className="sr-only">
        {isCopied && text('customer.copied')}
      </span>
    </>
  )
}
