import { useEffect, useState } from 'react'
import type { ConversationSummary } from '../db/overlay.ts'
import { findOpenConversation } from '../catalogue/open-conversation.ts'
import { useWorkspace } from '../workspace.tsx'

type Contact = { readonly channel: string; readonly phone?: string; readonly email?: string }

/** An open conversation with the same person, if need be over another channel; null while there is none or no whole address yet. */
export function useOpenConversation(contact: Contact | null): ConversationSummary | null {
  const { db, catalogue } = useWorkspace()
  const [found, setFound] = useState<{
    readonly key: string
    readonly conversation: ConversationSummary | null
  } | null>(null)
  const key = JSON.stringify(contact)
  useEffect(() => {
    const wanted = JSON.parse(key) as Contact | null
    if (wanted === null) return
    let isCurrent = true
    // The offer is a courtesy: if the database cannot be asked, starting goes on without it.
    const show = (conversation: ConversationSummary | null): void => {
      if (isCurrent) setFound({ key, conversation })
    }
    findOpenConversation({ db, catalogue }, wanted).then(show, () => show(null))
    return () => {
      isCurrent = false
    }
  }, [db, catalogue, key])
  // An answer about another address is no answer.
  return found?.key === key ? found.conversation : null
}
