import { useEffect, useState } from 'react'
import type { ConversationSummary } from '../db/overlay.ts'
import { findOpenConversation } from '../db/open-conversation.ts'
import { useWorkspace } from '../workspace.tsx'

type Contact = { readonly channel: string; readonly phone?: string; readonly email?: string }

/** An open conversation with the same customer, if necessary on another channel. Null when there is none or the address is incomplete. */
export function useOpenConversation(contact: Contact | null): ConversationSummary | null {
  const { db } = useWorkspace()
  const [found, setFound] = useState<{
    readonly key: string
    readonly conversation: ConversationSummary | null
  } | null>(null)
  const key = JSON.stringify(contact)
  useEffect(() => {
    const wanted = JSON.parse(key) as Contact | null
    if (wanted === null) return
    let isCurrent = true
    // The suggestion is optional: if the database fails, the dialog works without it.
    const show = (conversation: ConversationSummary | null): void => {
      if (isCurrent) setFound({ key, conversation })
    }
    findOpenConversation(db, wanted).then(show, () => show(null))
    return () => {
      isCurrent = false
    }
  }, [db, key])
  // A late answer about another address is ignored.
  return found?.key === key ? found.conversation : null
}
