import { Check, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
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
    setTold(copyText(text))
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

/** The clipboard's own interface needs a permission, which no page of this app has: a selection can be copied without one. */
function copyText(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'sr-only'
  document.body.append(field)
  field.select()
  // oxlint-disable-next-line no-deprecated -- nothing else copies without a permission
  const isCopied = document.execCommand('copy')
  field.remove()
  return isCopied
}
