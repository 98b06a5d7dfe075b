import { useLiveQuery } from 'dexie-react-hooks'
import { lazy, Suspense, useEffect } from 'react'
import { listInbox } from './db/queries.ts'
import { InboxPane, type ShownList } from './inbox/inbox-pane.tsx'
import { Notices } from './notices.tsx'
import { NothingSelected } from './nothing-selected.tsx'
import { Rail } from './rail/rail.tsx'
import type { Workspace } from './shared/bridge.ts'
import type { Result } from './shared/failure.ts'
import { ThreadPane } from './thread/thread-pane.tsx'
import { ResizeHandle } from './ui/resize-handle.tsx'
import { useStoredNumber } from './ui/use-stored-number.ts'
import { useView } from './view.ts'
import type { ConnectInput } from './welcome/connect-input.ts'
import { NewKeyDialog } from './welcome/new-key-dialog.tsx'
import { useWorkspace } from './workspace.tsx'

/** Not before first paint: it brings the world's telephone numbers with it. */
const loadNewConversation = () => import('./new-conversation/new-conversation-dialog.tsx')
const NewConversationDialog = lazy(async () => ({ default: (await loadNewConversation()).NewConversationDialog }))

const LIST_WIDTH = { initial: 360, min: 280, max: 560 }

type WorkspaceScreenProps = {
  readonly workspaces: readonly Workspace[]
  readonly onConnect: (input: ConnectInput) => Promise<Result<Workspace>>
  readonly onChoose: (workspaceId: string) => void
  readonly onAdd: () => void
  readonly onForget: (workspaceId: string) => void
}

/** An open workspace: the rail, the list, the thread. */
export function WorkspaceScreen({ onConnect, ...switcher }: WorkspaceScreenProps) {
  const dialog = useView((view) => view.dialog)
  const selectedId = useView((view) => view.selectedId)
  const [width, setWidth] = useStoredNumber('list-width', LIST_WIDTH.initial)
  const list = useShownList()
  useEffect(() => void loadNewConversation(), [])

  return (
    <div className="flex h-full flex-col">
      <Notices />
      <div className="flex min-h-0 flex-1">
        <Rail list={list} {...switcher} />
        <main className="flex min-w-0 flex-1 border-l border-line bg-surface">
          <InboxPane list={list} width={width} />
          <ResizeHandle label="Width of the list" width={width} {...LIST_WIDTH} onResize={setWidth} />
          <div className="flex min-w-0 flex-1 flex-col">
            {selectedId === null ? <NothingSelected /> : <ThreadPane key={selectedId} conversationId={selectedId} />}
          </div>
        </main>
      </div>
      {dialog === 'new-conversation' && (
        <Suspense fallback={null}>
          <NewConversationDialog />
        </Suspense>
      )}
      {dialog === 'new-key' && <NewKeyDialog onConnect={onConnect} />}
    </div>
  )
}

/** One live read feeds the rail's counts and the list's rows. */
function useShownList(): ShownList | null {
  const { db } = useWorkspace()
  const name = useView((view) => view.name)
  const channel = useView((view) => view.channel)
  const list = useLiveQuery(async () => ({ ...(await listInbox(db, { name, channel })), name, channel }), [db, name, channel])
  return list ?? null
}
