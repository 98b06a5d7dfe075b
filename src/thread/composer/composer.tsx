import { CloudOff, TriangleAlert } from 'lucide-react'
import { useEffect, useMemo, useRef, type KeyboardEvent, type RefObject } from 'react'
import { readPress } from '../../commands/keys/key-handler.ts'
import { useCommandSettings } from '../../commands/settings.ts'
import { undoLastSendIn } from '../../commands/undo.ts'
import type { DraftRow } from '../../db/rows.ts'
import type { ConversationSummary } from '../../db/overlay.ts'
import { outgoingProblem } from '../../shared/text/outgoing-text.ts'
import { SnippetPicker } from '../../snippets/snippet-picker.tsx'
import { text } from '../../strings/text.ts'
import { holdMsFor } from '../../outbox/settings.ts'
import { openSettings, useView } from '../../view/view.ts'
import { isMac } from '../../ui/key-names.ts'
import { tooLongWords } from '../../words/outgoing.ts'
import { useIsOffline } from '../../words/use-is-offline.ts'
import { addressOf, isPhone } from '../../words/address.ts'
import { usePhoneWords } from '../../words/phone-words.ts'
import { useWorkspace } from '../../workspace.tsx'
import { chordOf, type ComposerChord } from './composer-keys.ts'
import { ComposerTools } from './composer-tools.tsx'
import { isDoubtful, type Recipient, recipientOf, undoWords } from './recipient.ts'
import { RecipientLine } from './recipient-line.tsx'
import { SegmentCounter } from './segment-counter.tsx'
import { SendButton } from './send-button.tsx'
import { useDraft } from './use-draft.ts'
import { useIncoming } from './use-incoming.ts'
import { useSend } from './use-send.ts'
import { goToPlaceholder, useSnippetInsert } from './use-snippet-insert.ts'
import { useHeightOfText } from './use-height-of-text.ts'
import { useTakingBack } from './use-taking-back.ts'
import type { Writing } from './use-writing.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'
import { shownName } from '../../words/shown-name.ts'

type ComposerProps = {
  readonly conversation: ConversationSummary
  /** The draft when the thread was opened. */
  readonly draft: DraftRow | undefined
  readonly writing: Writing | null
}

const NO_SNIPPETS: Writing['snippets'] = []

/** The reply field. It is mounted anew for each conversation, so that no text moves to another one. */
export function Composer({ conversation, draft: savedDraft, writing }: ComposerProps) {
  const { db, workspace } = useWorkspace()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(conversation.id, savedDraft, field)
  const toPlaceholder = (which: 'next' | 'previous' | 'first'): boolean =>
    field.current !== null && goToPlaceholder(field.current, which)
  const { send, hasFailed, hasOpenPlaceholder } = useSend(conversation.id, draft, () => toPlaceholder('first'))
  const incoming = useIncoming(field, draft.text)
  const snippet = useSnippetInsert(conversation, writing?.snippets ?? NO_SNIPPETS, field, incoming.insert)
  const problem = useMemo(() => outgoingProblem(draft.text), [draft.text])
  const recipient = useRecipient(conversation)
  const isAll = useView((view) => view.acting !== null)
  const tooLong = incoming.refusedLength ?? (problem === 'too-long' ? draft.text.length : null)
  useHeightOfText(field, draft.text)
  useTakingBack(conversation.id, draft)

  const undo = (): boolean => {
    // Right after Send, the sent text is still in the field. Undo waits until it is gone.
    draft.whenSpent(() => {
      // With no typing to undo, undo takes back the message that was just sent.
      if (!draft.step('undo') && draft.read() === '') void draft.reread(() => undoLastSendIn(db, conversation.id))
    })
    return true
  }
  const redo = (): boolean => {
    draft.step('redo')
    return true
  }
  useHistoryCommands(field, undo, redo)

  /** Each returns false when the browser should handle the key. The keys that send are commands. */
  const chords: Readonly<Record<ComposerChord, () => boolean>> = {
    undo,
    redo,
    'next placeholder': () => toPlaceholder('next'),
    'previous placeholder': () => toPlaceholder('previous'),
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const press = readPress(event.nativeEvent, isMac())
    const chord = press === null ? null : chordOf(press)
    if (chord !== null && chords[chord]()) event.preventDefault()
  }

  return (
    <SnippetPicker
      isOpen={snippet.isOpen}
      snippets={snippet.snippets}
      facts={snippet.facts}
      onClose={snippet.close}
      onEnd={snippet.end}
      onManage={() => openSettings('snippets')}
    >
      <div className="@container/composer rounded-lg border border-control bg-raised shadow-low has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:-outline-offset-1 has-[textarea:focus-visible]:outline-focus">
        <RecipientLine
          recipient={recipient}
          workspace={isAll ? workspace : null}
          isAlways={isDoubtful(recipient, isAll)}
        />
        <textarea
          ref={field}
          id={ELEMENT_IDS.replyField}
          data-conversation-id={conversation.id}
          aria-label={text('thread.composer.reply')}
          dir="auto"
          spellCheck={writing?.settings.checksSpelling ?? false}
          rows={2}
          placeholder={text('thread.composer.writeTo', { name: shownName(conversation.name) })}
          // The field is uncontrolled; see use-field-text.ts.
          onInput={({ nativeEvent }) => draft.type(nativeEvent instanceof InputEvent && nativeEvent.isComposing)}
          onCompositionEnd={draft.endComposition}
          onSelect={draft.flushSoon}
          onBeforeInput={(event) => {
            // Not by key code: many layouts have the slash on another key.
            if (event.data === '/' && snippet.openAtSlash()) event.preventDefault()
          }}
          onPaste={incoming.onPaste}
          onDrop={incoming.onDrop}
          onBlur={draft.flush}
          onKeyDown={onKeyDown}
          className="block max-h-[40vh] min-h-14 w-full resize-none overflow-y-auto bg-transparent px-3 pt-2.5 pb-1 text-base wrap-anywhere text-ink outline-none placeholder:text-faint"
        />
        {hasFailed && <FieldError error={text('thread.composer.messageNotSaved')} />}
        {draft.isAtRisk && !hasFailed && <FieldError error={text('thread.composer.draftNotSaved')} />}
        {tooLong !== null && <FieldError error={tooLongWords(tooLong)} />}
        {hasOpenPlaceholder && <FieldError error={text('thread.composer.openPlaceholder')} />}
        <div className="@container flex min-h-8 items-center gap-2 px-1.5 pb-1.5 @max-[28rem]/composer:flex-wrap">
          <ComposerTools
            conversationId={conversation.id}
            draft={draft}
            onSnippets={snippet.open}
            onClosed={() => field.current?.focus()}
          />
          <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 text-xs text-faint @max-[28rem]/composer:order-first @max-[28rem]/composer:basis-full @max-[28rem]/composer:px-1.5 @max-[28rem]/composer:empty:hidden">
            <OfflineNote />
            {conversation.channel === 'sms' && problem !== 'nothing-to-see' && (
              <SegmentCounter text={draft.text} price={writing?.settings.segmentPrice ?? null} />
            )}
          </p>
          <SendButton
            recipient={recipient}
            whyDisabled={whyNotSent(problem, draft.text.length)}
            details={[
              ...(isAll ? [text('thread.composer.sentFrom', { workspace: workspace.name })] : []),
              ...(writing === null ? [] : [undoWords(holdMsFor(writing.outbox, conversation.channel))]),
            ]}
            onSend={() => void send()}
            onSendAndFinish={() => void send(useCommandSettings.getState().finish === 'close' ? 'closed' : 'resolved')}
          />
        </div>
      </div>
    </SnippetPicker>
  )
}

/** Renders again once numbers can be grouped. */
function useRecipient(conversation: ConversationSummary): Recipient {
  const address = addressOf(conversation)
  const grouped = usePhoneWords(address !== null && isPhone(address) ? address : null)
  // Stable, so that a key typed into the field does not draw the recipient again.
  return useMemo(() => recipientOf(conversation, grouped), [conversation, grouped])
}

/** The reason that the send button is disabled; null when it isn't. */
function whyNotSent(problem: ReturnType<typeof outgoingProblem>, length: number): string | null {
  if (problem === null) return null
  return problem === 'too-long' ? tooLongWords(length) : text('thread.composer.nothingToSend')
}

function OfflineNote() {
  if (!useIsOffline()) return null
  return (
    <span className="flex items-center gap-1 text-warning">
      <CloudOff size={12} aria-hidden="true" />
      {text('thread.composer.offline')}
    </span>
  )
}

function FieldError({ error }: { readonly error: string }) {
  return (
    <p role="alert" className="mx-3 mb-1 flex items-start gap-1 text-sm text-danger">
      <TriangleAlert size={13} aria-hidden="true" className="mt-0.5 shrink-0" />
      {error}
    </p>
  )
}

/** Handles undo and redo from the context menu and the system menu, which send no key event. */
function useHistoryCommands(field: RefObject<HTMLTextAreaElement | null>, undo: () => void, redo: () => void): void {
  const newest = useRef({ undo, redo })
  useEffect(() => {
    newest.current = { undo, redo }
  })
  useEffect(() => {
    const element = field.current
    const onBeforeInput = (event: InputEvent): void => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
      event.preventDefault()
      newest.current[event.inputType === 'historyUndo' ? 'undo' : 'redo']()
    }
    element?.addEventListener('beforeinput', onBeforeInput)
    return () => element?.removeEventListener('beforeinput', onBeforeInput)
  }, [field])
}
