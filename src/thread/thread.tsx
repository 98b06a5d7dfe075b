import { useMemo, useRef, useState, type RefObject } from 'react'
import type { DraftRow } from '../db/database.ts'
import type { ThreadView } from '../db/overlay.ts'
import { discardOp, retryOp } from '../outbox/commands.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { failureCause } from '../words/failure.ts'
import { useWorkspace } from '../workspace.tsx'
import { Announcer } from './announcer.tsx'
import { Composer, type ComposerHandle } from './composer.tsx'
import { type Discard, DiscardDialog } from './discard-dialog.tsx'
import { harmlessLine } from '../words/harmless-text.ts'
import type { MessageActions } from './message-bubble.tsx'
import { MessageLog } from './message-log.tsx'
import { StatusNote } from './status-note.tsx'
import { ThreadBlank } from './thread-blank.tsx'
import { ThreadHeader } from './thread-header.tsx'
import { Troubles } from './troubles.tsx'
import { VoiceNotice } from './voice-notice.tsx'

type ThreadProps = { readonly view: ThreadView; readonly draft: DraftRow | undefined }

/** A thread that is on screen. One instance for each conversation: nothing of one may be left in the next. */
export function Thread({ view, draft }: ThreadProps) {
  const { db } = useWorkspace()
  const { conversation, items } = view
  const composer = useRef<ComposerHandle>(null)
  const [discard, setDiscard] = useState<Discard | null>(null)
  const [linkTrouble, setLinkTrouble] = useState<string | null>(null)
  const actions = useActions({ composer, setDiscard, setLinkTrouble })

  return (
    <section
      aria-label={`Conversation with ${harmlessLine(conversation.name)}`}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface"
    >
      <ThreadHeader conversation={conversation} />
      {linkTrouble !== null && <LinkTrouble words={linkTrouble} onDismiss={() => setLinkTrouble(null)} />}
      {items.length === 0 ? (
        <ThreadBlank conversation={conversation} isOnDevice={view.isOnDevice} />
      ) : (
        <MessageLog view={view} actions={actions} />
      )}
      <Announcer view={view} />
      <Troubles
        troubles={view.troubles}
        onRetry={(opId) => void retryOp(db, { opId })}
        onDiscard={({ opId, what }) => setDiscard({ opId, what })}
      />
      <div className="mx-auto w-full max-w-3xl shrink-0 px-4 pt-2 pb-4">
        <StatusNote conversation={conversation} />
        {conversation.channel === 'voice' ? (
          <VoiceNotice conversationId={conversation.id} />
        ) : (
          <Composer ref={composer} conversation={conversation} draft={draft} />
        )}
      </div>
      <DiscardDialog
        discard={discard}
        onKeep={() => setDiscard(null)}
        onDiscard={(opId) => {
          setDiscard(null)
          void discardOp(db, { opId })
        }}
      />
    </section>
  )
}

type ActionTargets = {
  readonly composer: RefObject<ComposerHandle | null>
  readonly setDiscard: (discard: Discard) => void
  readonly setLinkTrouble: (words: string | null) => void
}

/** What a message can ask for. The main process asks before it opens a link; what it refuses is said here. */
function useActions({ composer, setDiscard, setLinkTrouble }: ActionTargets): MessageActions {
  const { db, bridge } = useWorkspace()
  return useMemo(
    () => ({
      act(action, opId) {
        if (action === 'discard') setDiscard({ opId, what: 'message' })
        else if (action === 'edit') void composer.current?.edit(opId)
        else void retryOp(db, { opId })
      },
      openLink(url) {
        void bridge.openLink({ url }).then((result) => setLinkTrouble(result.ok ? null : failureCause(result.failure)))
      },
    }),
    [db, bridge, composer, setDiscard, setLinkTrouble],
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
      The link was not opened. {words}
    </Banner>
  )
}
