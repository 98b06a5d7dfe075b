import { CloudOff, TriangleAlert } from 'lucide-react'
import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { undoLastSend } from '../commands/undo.ts'
import type { DraftRow } from '../db/database.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import { useIsOffline } from '../words/use-is-offline.ts'
import { useWorkspace } from '../workspace.tsx'
import { harmlessLine } from '../words/harmless-text.ts'
import { SegmentCounter } from './segment-counter.tsx'
import { SendButton } from './send-button.tsx'
import { useDraft } from './use-draft.ts'
import { useSend } from './use-send.ts'
import { useTakingBack } from './use-taking-back.ts'

type ComposerProps = {
  readonly conversation: ConversationSummary
  /** As it was when the thread was opened. */
  readonly draft: DraftRow | undefined
}

/** Where a reply is written. Mounted once for each conversation, so that no word can change its addressee. */
export function Composer({ conversation, draft: kept }: ComposerProps) {
  const { db } = useWorkspace()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(conversation.id, kept, field)
  const { send, hasFailed } = useSend(conversation.id, draft)
  const isEmpty = draft.text.trim() === ''
  useHeightOfWords(field, draft.text)
  useTakingBack(conversation.id, draft)

  /** The key that sends is a command's, which presses the button. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (draft.text !== '' || !isUndo(event)) return
    event.preventDefault()
    void undoLastSend(db)
  }

  return (
    <div className="rounded-lg border border-line-strong bg-raised shadow-low focus-within:border-accent">
      <textarea
        ref={field}
        id="reply"
        data-conversation-id={conversation.id}
        aria-label="Reply"
        dir="auto"
        rows={2}
        placeholder={`Write to ${harmlessLine(conversation.name)}…`}
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.flush}
        onKeyDown={onKeyDown}
        className="block max-h-[40vh] min-h-14 w-full resize-none overflow-y-auto bg-transparent px-3 pt-2.5 pb-1 text-base wrap-anywhere text-ink outline-none placeholder:text-faint"
      />
      {hasFailed && (
        <Trouble words="This device could not store the message. Your words are still here: free some space and send again." />
      )}
      {draft.isAtRisk && !hasFailed && (
        <Trouble words="This draft cannot be kept on this device right now: it would be lost with the window." />
      )}
      <div className="flex min-h-8 items-center gap-3 pr-1.5 pb-1.5 pl-3">
        <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 text-xs text-faint">
          <OfflineNote />
          {conversation.channel === 'sms' && !isEmpty && <SegmentCounter text={draft.text} />}
        </p>
        <SendButton conversation={conversation} isDisabled={isEmpty} onPress={() => void send()} />
      </div>
    </div>
  )
}

/** Where no word stands there is no typing to undo: it is the message just sent that is meant. */
function isUndo(event: KeyboardEvent): boolean {
  return event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
}

function OfflineNote() {
  if (!useIsOffline()) return null
  return (
    <span className="flex items-center gap-1 text-warning">
      <CloudOff size={12} aria-hidden="true" />
      Offline: it’s queued and goes out by itself
    </span>
  )
}

function Trouble({ words }: { readonly words: string }) {
  return (
    <p role="alert" className="mx-3 mb-1 flex items-start gap-1 text-sm text-danger">
      <TriangleAlert size={13} aria-hidden="true" className="mt-0.5 shrink-0" />
      {words}
    </p>
  )
}

/** A textarea does not grow by itself in every engine that the app runs on; the style sheet says how far. */
function useHeightOfWords(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = field.current
    const frame = element?.parentElement
    if (element === null || frame === null || frame === undefined) return
    // Held still meanwhile: while the field is measured at its least, the log above must not grow and scroll.
    frame.style.height = `${frame.offsetHeight}px`
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
    frame.style.height = ''
  }, [field, text])
}
