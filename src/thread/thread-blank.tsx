import { CloudDownload, MessageSquareDashed, PhoneCall } from 'lucide-react'
import type { ConversationSummary } from '../db/overlay.ts'
import { text } from '../strings/text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useView } from '../view/view.ts'
import { failureSentence } from '../words/failure.ts'
import { useIsOffline } from '../words/use-is-offline.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'

const ICON = { size: 22, strokeWidth: 1.5 }

/** A thread without messages: either it has none, or they are not on this device yet. */
export function ThreadBlank({
  conversation,
  isOnDevice,
}: {
  readonly conversation: ConversationSummary
  readonly isOnDevice: boolean
}) {
  return (
    <div
      id={ELEMENT_IDS.threadLog}
      role="log"
      aria-label={text('thread.log.messages')}
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto outline-none"
    >
      {!isOnDevice ? <NotOnDevice /> : conversation.channel === 'voice' ? <NoTranscript /> : <NoMessages />}
    </div>
  )
}

function NoTranscript() {
  return (
    <EmptyState icon={<PhoneCall {...ICON} />} title={text('thread.log.noTranscript.title')}>
      {text('thread.log.noTranscript.text')}
    </EmptyState>
  )
}

function NoMessages() {
  return (
    <EmptyState icon={<MessageSquareDashed {...ICON} />} title={text('thread.log.noMessages.title')}>
      {text('thread.log.noMessages.text')}
    </EmptyState>
  )
}

function NotOnDevice() {
  const failure = useView((view) => view.reachability.failure)
  const isOffline = useIsOffline()
  if (!isOffline && failure === null) return <Loading />
  return (
    <EmptyState icon={<CloudDownload {...ICON} />} title={text('thread.log.notOnDevice.title')}>
      {text('thread.log.notOnDevice.text')}
      {!isOffline && failure !== null && <span className="mt-2 block text-sm">{failureSentence(failure)}</span>}
    </EmptyState>
  )
}

const SHAPES = [
  { at: 'self-start', size: 'h-9 w-64' },
  { at: 'self-start', size: 'h-14 w-80' },
  { at: 'self-end', size: 'h-9 w-72' },
  { at: 'self-start', size: 'h-9 w-40' },
  { at: 'self-end', size: 'h-14 w-96' },
] as const

function Loading() {
  return (
    <div className="mx-auto flex h-full w-full max-w-3xl flex-col justify-end gap-3 px-4 pb-4">
      {SHAPES.map(({ at, size }, index) => (
        <Skeleton key={index} className={`max-w-[75%] rounded-lg ${at} ${size}`} />
      ))}
      <p className="pt-2 text-center text-xs text-faint">{text('thread.log.loading')}</p>
    </div>
  )
}
