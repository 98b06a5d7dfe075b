import { Fragment, useCallback, useMemo, useState } from 'react'
import { DiscardDialog } from '../acts/discard-dialog.tsx'
import { type Acts, useActs } from '../acts/use-acts.ts'
import type { DraftRow } from '../db/rows.ts'
import type { ThreadView } from '../db/overlay.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { failureCause } from '../words/failure.ts'
import { useWorkspace } from '../workspace.tsx'
import { Announcer } from './log/announcer.tsx'
import { Composer } from './composer/composer.tsx'
import { harmlessLine } from '../words/harmless-text.ts'
import type { MessageActions } from './log/message-bubble.tsx'
import { MessageLog } from './log/message-log.tsx'
import { StatusNote } from './status-note.tsx'
import { ThreadBlank } from './thread-blank.tsx'
import { ThreadHeader } from './header/thread-header.tsx'
import { Troubles } from './troubles.tsx'
import type { Writing } from './composer/use-writing.ts'
import { VoiceNotice } from './composer/voice-notice.tsx'

type ThreadProps = {
  readonly view: ThreadView
  readonly draft: DraftRow | undefined
  readonly writing: Writing | null
}

/**
 * A thread that is on screen. What is read and what is written is made anew for each conversation, so that nothing of one is left in the
 * next. What is the same for all stays where it is: making it took half the time of going to the next conversation.
 */
export function Thread({ view, draft, writing }: ThreadProps) {
  const { conversation, items } = view
  const acts = useActs()
  const [linkTrouble, setLinkTrouble] = useOwn(conversation.id)
  const [note, setNote] = useOwn(conversation.id)
  const actions = useActions(conversation.id, acts.act, setLinkTrouble)

  return (
    <section
      aria-label={`Conversation with ${harmlessLine(conversation.name)}`}
      data-conversation-id={conversation.id}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface"
    >
      <ThreadHeader conversation={conversation} snooze={view.snooze} onNote={setNote} />
      {note !== null && <Note words={note} onDismiss={() => setNote(null)} />}
      {linkTrouble !== null && <LinkTrouble words={linkTrouble} onDismiss={() => setLinkTrouble(null)} />}
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
}

/** Words about one conversation, which are not there any more in the next. */
function useOwn(conversationId: string): readonly [string | null, (words: string | null) => void] {
  const [said, setSaid] = useState<{ readonly of: string; readonly words: string | null } | null>(null)
  const say = useCallback((words: string | null) => setSaid({ of: conversationId, words }), [conversationId])
  return [said?.of === conversationId ? said.words : null, say]
}

/** What a message can ask for. The main process asks before it opens a link; what it refuses is said here. */
function useActions(
  conversationId: string,
  act: Acts['act'],
  setLinkTrouble: (words: string | null) => void,
): MessageActions {
  const { bridge } = useWorkspace()
  return useMemo(
    () => ({
      act: (wanted, { opId, mayHaveArrived }) => act(wanted, { opId, conversationId, kind: 'send', mayHaveArrived }),
      openLink(url) {
        void bridge.openLink({ url }).then((result) => setLinkTrouble(result.ok ? null : failureCause(result.failure)))
      },
    }),
    [bridge, conversationId, act, setLinkTrouble],
  )
}

function Note({ words, onDismiss }: { readonly words: string; readonly onDismiss: () => void }) {
  return (
    <Banner
      tone="info"
      action={
        <Button size="sm" variant="ghost" onClick={onDismiss}>
          Dismiss
        </Button>
      }
    >
      <span role="status">{words}</span>
    </Banner>
  )
}

function LinkTrouble({ words, onDismiss }: { readonly words: string; readonly onDismiss: () => void }) {
  return (
    <Banner
      tone="warning"
      action={
        <Button size="sm" variant="ghost" onClick={onDismiss}>
          Dismiss
        </Button>
      }
    >
      Couldn’t open the link. {words}
    </Banner>
  )
}
