import { useLiveQuery } from 'dexie-react-hooks'
import type { Database } from '../db/database.ts'
import type { ThreadView } from '../db/overlay.ts'
import { readThread } from '../db/queries.ts'
import { readLocalId } from '../db/server-ids.ts'
import type { UnusableLink } from '../shared/app-link.ts'
import { text, type TextId } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { channelLabel } from '../words/channel.tsx'
import { harmlessLine } from '../words/harmless-text.ts'
import { useWorkspace } from '../workspace.tsx'
import type { LinkQuestion } from './link-step.ts'

const REASONS = {
  tooLong: 'links.unusable.tooLong',
  hiddenCharacters: 'links.unusable.hiddenCharacters',
  unknown: 'links.unusable.unknown',
} as const satisfies Record<UnusableLink, TextId>

type LinkPromptProps = {
  readonly question: LinkQuestion
  /** `localId`: of the conversation; null for other questions. */
  readonly onAgree: (localId: string | null) => void
  readonly onClose: () => void
}

/** Asks before a link opens anything, or says why it cannot be opened. */
export function LinkPrompt({ question, onAgree, onClose }: LinkPromptProps) {
  switch (question.about) {
    case 'conversation':
      return <ConversationPrompt id={question.conversationId} onAgree={onAgree} onClose={onClose} />
    case 'workspace':
      return (
        <Prompt
          title={text('links.workspace.title', { workspace: question.name })}
          words={text(question.kind === 'compose' ? 'links.workspace.compose' : 'links.workspace.conversation')}
          agree={text('links.workspace.agree')}
          onAgree={() => onAgree(null)}
          onClose={onClose}
        />
      )
    case 'unknown-workspace':
      return (
        <Prompt
          title={text('links.unknownWorkspace.title')}
          words={text('links.unknownWorkspace.text', { workspace: harmlessLine(question.name) })}
          onClose={onClose}
        />
      )
    case 'unusable':
      return <Prompt title={text('links.unusable.title')} words={text(REASONS[question.why])} onClose={onClose} />
  }
}

type ConversationPromptProps = {
  readonly id: string
  readonly onAgree: (localId: string) => void
  readonly onClose: () => void
}

/** Names the customer. The conversation may arrive while the prompt is open. */
function ConversationPrompt({ id, onAgree, onClose }: ConversationPromptProps) {
  const { db } = useWorkspace()
  const thread = useLiveQuery(async () => ({ view: await readLinked(db, id) }), [db, id])
  if (thread === undefined) return null
  const { view } = thread
  if (view === null)
    return <Prompt title={text('links.missing.title')} words={text('links.missing.text')} onClose={onClose} />
  const { id: localId, name, channel } = view.conversation
  return (
    <Prompt
      title={text('links.conversation.title')}
      words={text('links.conversation.text', { name: harmlessLine(name), channel: channelLabel(channel) })}
      agree={text('links.conversation.agree')}
      onAgree={() => onAgree(localId)}
      onClose={onClose}
    />
  )
}

/** A conversation that was begun on this device has another id here than on the server. */
async function readLinked(db: Database, serverId: string): Promise<ThreadView | null> {
  const id = await readLocalId(db, serverId)
  return id === null ? null : readThread(db, id)
}

type PromptProps = {
  readonly title: string
  readonly words: string
  readonly onClose: () => void
  /** Absent where there is nothing to agree to. */
  readonly agree?: string
  readonly onAgree?: () => void
}

function Prompt({ title, words, agree, onAgree, onClose }: PromptProps) {
  const isQuestion = agree !== undefined
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={words}
      footer={
        <>
          <Button onClick={onClose} {...(!isQuestion && { autoFocus: true })}>
            {text(isQuestion ? 'links.cancel' : 'links.close')}
          </Button>
          {isQuestion && (
            <Button variant="primary" autoFocus onClick={onAgree}>
              {agree}
            </Button>
          )}
        </>
      }
    />
  )
}
