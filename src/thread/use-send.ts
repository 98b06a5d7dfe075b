import { useState } from 'react'
import { onLate } from '../db/commit.ts'
import { sendMessage } from '../outbox/commands.ts'
import { useWorkspace } from '../workspace.tsx'
import type { Draft } from './use-draft.ts'

type Send = {
  readonly send: () => Promise<void>
  /** The last message could not be stored; its words are still in the composer. */
  readonly hasFailed: boolean
}

/** Sends what is in the composer. It is cleared only once the message is safe on this device. */
export function useSend(conversationId: string, draft: Draft): Send {
  const { db } = useWorkspace()
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const send = async (): Promise<void> => {
    if (isBusy || draft.text.trim() === '') return
    setBusy(true)
    try {
      await draft.spend((content, caret) => sendMessage(db, { conversationId, content, caret }))
      setFailed(false)
    } catch (error) {
      setFailed(true)
      onLate(error, () => setFailed(false))
    }
    setBusy(false)
  }
  return { send, hasFailed }
}
