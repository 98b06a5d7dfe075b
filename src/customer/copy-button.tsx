import { Check, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { identifierLine } from '../shared/text/system-text.ts'
import { copyText } from '../ui/copy-text.ts'
import { IconButton } from '../ui/icon-button.tsx'

/** As long as a glance takes, ms. */
const TOLD_MS = 1_500

export function CopyButton({ text }: { readonly text: string }) {
  const [isTold, setTold] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isTold) return
    const timer = setTimeout(() => setTold(false), TOLD_MS)
    return () => clearTimeout(timer)
  }, [isTold])
  const copy = (): void => {
    setTold(copyText(identifierLine(text)))
    button.current?.focus()
  }
  return (
    <>
      <IconButton
        ref={button}
        size="sm"
        label={`Copy ${text}`}
        icon={isTold ? <Check size={13} className="text-success" /> : <Copy size={13} />}
        onClick={copy}
      />
      <span role="status" className="sr-only">
        {isTold && 'Copied'}
      </span>
    </>
  )
}
