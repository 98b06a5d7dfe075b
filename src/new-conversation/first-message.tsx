import { useState, type ClipboardEvent, type DragEvent } from 'react'
import type { Channel } from '../shared/model.ts'
import { fitsInMessage, outgoingProblem } from '../shared/text/outgoing-text.ts'
import { text } from '../strings/text.ts'
import { TextArea } from '../ui/text-area.tsx'
import { tooLongWords } from '../words/outgoing.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'

type FirstMessageProps = {
  readonly channel: Channel
  readonly message: string
  readonly onChange: (message: string) => void
}

export function FirstMessage({ channel, message, onChange }: FirstMessageProps) {
  // Keeps the text it was refused for, so that the error disappears when the text changes.
  const [refusal, setRefusal] = useState<{ readonly length: number; readonly message: string } | null>(null)
  const refuseTooLong = (event: ClipboardEvent | DragEvent, data: DataTransfer): void => {
    const { length } = data.getData('text/plain')
    if (fitsInMessage(message.length + length)) return
    event.preventDefault()
    setRefusal({ length, message })
  }
  const refused = refusal?.message === message ? refusal.length : null
  const tooLong = refused ?? (outgoingProblem(message) === 'too-long' ? message.length : null)
  if (channel === 'voice') {
    return <p className="text-base text-muted">{text('newConversation.noTextInCall')}</p>
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={ELEMENT_IDS.firstMessageField} className="text-sm font-medium text-muted">
        {text('newConversation.firstMessage')}
      </label>
      <TextArea
        id={ELEMENT_IDS.firstMessageField}
        dir="auto"
        rows={4}
        value={message}
        onValue={onChange}
        onPaste={(event) => refuseTooLong(event, event.clipboardData)}
        onDrop={(event) => refuseTooLong(event, event.dataTransfer)}
        className="max-h-60 min-h-20 w-full resize-y rounded-sm border border-control bg-surface px-2 py-1.5 text-base text-ink wrap-anywhere hover:border-muted"
      />
      {tooLong !== null && (
        <p role="alert" className="text-sm text-danger">
          {tooLongWords(tooLong)}
        </p>
      )}
    </div>
  )
}
