import { Fragment, memo, useCallback, useMemo, useState } from 'react'
import { DiscardDialog } from '../acts/discard-dialog.tsx'
import { type Acts, useActs } from '../acts/use-acts.ts'
import type { DraftRow } from '../db/rows.ts'
import type { ThreadView } from '../db/overlay.ts'
import { text } from '../strings/text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { failureCause } from '../words/failure.ts'
import { useWorkspace } from '../workspace.tsx'
import { Announcer } from './log/announcer.tsx'
import { Composer } from './composer/composer.tsx'
import type { MessageActions } from './log/message-bubble.tsx'
import { MessageLog } from './log/message-log.tsx'
import { StatusNote } from './status-note.tsx'
import { ThreadBlank } from './thread-blank.tsx'
import { ThreadHeader } from './header/thread-header.tsx'
import { Troubles } from './troubles.tsx'
import type { Writing } from './composer/use-writing.ts'
import { VoiceNotice } from './composer/voice-notice.tsx'
import { shownName } from '../words/shown-name.ts'

type ThreadProps = {
  readonly view: ThreadView
  readonly draft: DraftRow | undefined
  readonly writing: Writing | null
}

/**
 * The open thread. Messages and composer are mounted anew for each conversation, so that no state carries over. The rest
 * stays mounted: mounting it took half the time of a switch to the next conversation. While the next thread is read, the pane renders with
 * the same one, which then stays as it is.
 */
export const Thread = memo(function Thread({ view, draft, writing }: ThreadProps) {
  const { conversation, items } = view
  const acts = useActs()
  const [linkError, setLinkError] = useNoteFor(conversation.id)
  const [note, setNote] = useNoteFor(conversation.id)
  const actions = useActions(conversation.id, acts.act, setLinkError)

  return (
    <section
      aria-label={text('thread.conversationWith', { name: shownName(conversation.name) })}
      data-conversation-id={conversation.id}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface"
    >
      <ThreadHeader conversation={conversation} snooze={view.snooze} onNote={setNote} />
      {note !== null && <Note note={note} onDismiss={() => setNote(null)} />}
      {linkError !== null && <LinkErrorBanner why={linkError} onDismiss={() => setLinkError(null)} />}
      <Fragment key={conversation.id}>
        {items.length === 0 ? (
          <ThreadBlank conversation={conversation} isOnDevice={view.isOnDevice} />
        ) : (
          <MessageLog view={view} actions={actions} />
        )}
        <Announcer view={view} />
      </Fragment>
      <Troubles conversationId={conversation.id} troubles={view.troubles} onAct={acts.act} />
      <div className="mx-auto w-full max-w-3xl shrink-0 px-4 pt-2 pb-4">
        <StatusNote conversation={conversation} />
        {conversation.channel === 'voice' ? (
          <VoiceNotice key={conversation.id} conversationId={conversation.id} />
        ) : (
          <Composer key={conversation.id} conversation={conversation} draft={draft} writing={writing} />
        )}
      </div>
      <DiscardDialog acts={acts} />
    </section>
  )
})

/** A note about one conversation. It disappears when another one opens. */
function useNoteFor(conversationId: string): readonly [string | null, (line: string | null) => void] {
  const [note, setNote] = useState<{ readonly conversationId: string; readonly line: string | null } | null>(null)
  const set = useCallback((line: string | null) => setNote({ conversationId, line }), [conversationId])
  return [note?.conversationId === conversationId ? note.line : null, set]
}

/** The actions of a message. The main process asks the user before it opens a link; a refusal is shown here. */
function useActions(
  conversationId: string,
  act: Acts['act'],
  setLinkError: (why: string | null) => void,
): MessageActions {
  const { bridge } = useWorkspace()
  return useMemo(
    () => ({
      act: (wanted, { opId, mayHaveArrived }) => act(wanted, { opId, conversationId, kind: 'send', mayHaveArrived }),
      openLink(url) {
        void bridge.openLink({ url }).then((result) => setLinkError(result.ok ? null : failureCause(result.failure)))
      },
    }),
    [bridge, conversationId, act, setLinkError],
  )
}

function Note({ note, onDismiss }: { readonly note: string; readonly onDismiss: () => void }) {
  return (
    <Banner
      tone="info"
      action={
        <Button size="sm" variant="ghost" onClick={onDismiss}>
          {text('thread.dismiss')}
        </Button>
      }
    >
      <span role="status">{note}</span>
    </Banner>
  )
}

function LinkErrorBanner({ why, onDismiss }: { readonly why: string; readonly onDismiss: () => void }) {
  return (
    <Banner
      tone="warning"
      action={
        <Button size="sm" variant="ghost" onClick={onDismiss}>
          {text('thread.dismiss')}
        </Button>
      }
    >
      {text('thread.linkNotOpened', { why })}
    </Banner>
  )
}
