import { useMemo, useRef } from 'react'
import type { ThreadView } from '../../db/overlay.ts'
import { useView } from '../../view/view.ts'
import { layOut } from './days.ts'
import type { MessageActions } from './message-bubble.tsx'
import { placesOf } from './places.ts'
import { isShort } from './row-height.ts'
import { ShortLog } from './short-log.tsx'
import { VirtualLog } from './virtual-log.tsx'

type MessageLogProps = { readonly view: ThreadView; readonly actions: MessageActions }

/** The messages of a thread. It opens at the end and keeps the scroll position. Mount it anew for each conversation. */
export function MessageLog({ view, actions }: MessageLogProps) {
  const sought = useView((state) => state.sought)
  const soughtKey = sought?.conversationId === view.conversation.id ? sought.messageKey : null
  const rows = useMemo(() => layOut(view.items), [view.items])
  const places = useMemo(() => placesOf(view), [view])
  const wasShort = useRef<boolean | undefined>(undefined)
  wasShort.current = isShort(rows, wasShort.current)
  const Log = wasShort.current ? ShortLog : VirtualLog
  return <Log {...{ view, actions, rows, soughtKey, places }} />
}
