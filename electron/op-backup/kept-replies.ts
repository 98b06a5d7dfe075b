import { z } from 'zod'
import { type NotificationAnswer, workspaceOfNotice } from '../../src/shared/notification.ts'
import type { KeyVault } from '../accounts/api-key.ts'
import { sealedKey } from '../accounts/workspace-state.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import type { StateFormat } from '../storage/state-bytes.ts'
import type { StateFile } from '../storage/state-file.ts'

/** Persisted: add freely; rename or remove only with a migration. */
const storedReplies = z.object({
  v: z.literal(1),
  /** The text is sealed. The notice's id names its workspace. */
  replies: z.array(z.object({ answerId: z.string(), noticeId: z.string(), sealed: sealedKey })),
})

type Entry = z.infer<typeof storedReplies>['replies'][number]

export const REPLIES_FORMAT: StateFormat = {
  version: 1,
  isValid: (state) => storedReplies.safeParse(state).success,
}

/** UTF-16 units. A longer reply can't be sent. */
const MAX_KEPT_UNITS = 100_000
/** Characters of all sealed texts. A state file of 5 MB counts as damaged. */
const MAX_SEALED = 4_000_000

/**
 * Replies that were typed in notifications and that the page has not stored yet: the app is locked, or its page is gone. They survive a quit and
 * a crash, sealed as API keys are. Where nothing may be written to the disk, or a write fails, a reply is in memory only.
 */
export interface KeptReplies {
  /** The replies of a workspace that can be opened now, oldest first. What was typed in an earlier start is never sent by itself. */
  read(workspaceId: string): readonly NotificationAnswer[]
  keep(answer: NotificationAnswer): void
  /** The page has stored it. */
  end(answerId: string): void
  /** Deletes all of a workspace, also in copies. Throws when the disk fails. */
  forget(workspaceId: string): void
  /** Deletes what belongs to no workspace. */
  sweep(knownIds: readonly string[]): void
}

export function makeKeptReplies(parts: {
  readonly file: StateFile
  readonly vault: KeyVault
  readonly log: Log
}): KeptReplies {
  const { file, vault, log } = parts
  const stored = storedReplies.safeParse(file.read())
  let entries: readonly Entry[] = stored.success ? stored.data.replies : []

  function write(next: readonly Entry[]): void {
    if (next.length !== entries.length) file.write({ v: 1, replies: next })
    entries = next
  }

  /** An ended reply that stays on the disk does nothing: the page notes each one with its notification. */
  function tryToWrite(next: readonly Entry[]): void {
    try {
      write(next)
    } catch (error) {
      log('replies-not-kept', errorFactsOf(error))
    }
  }

  const isOf = (workspaceId: string) => (entry: Entry) => workspaceOfNotice(entry.noticeId) === workspaceId

  return {
    read: (workspaceId) =>
      entries.filter(isOf(workspaceId)).flatMap(({ answerId, noticeId, sealed }) => {
        const text = vault.open(sealed)
        return text === null ? [] : [{ answerId, noticeId, kind: 'reply' as const, text, wasLocked: true }]
      }),
    keep({ answerId, noticeId, text }) {
      const sealed = text === '' || text.length > MAX_KEPT_UNITS ? null : vault.seal(text)
      const size = [...entries.map((entry) => entry.sealed), ...(sealed === null ? [] : [sealed])]
        .map(({ ciphertext }) => ciphertext.length)
        .reduce((sum, length) => sum + length, 0)
      if (sealed === null || size > MAX_SEALED) return log('reply-in-memory')
      tryToWrite([...entries, { answerId, noticeId, sealed }])
    },
    end: (answerId) => tryToWrite(entries.filter((entry) => entry.answerId !== answerId)),
    forget(workspaceId) {
      write(entries.filter((entry) => !isOf(workspaceId)(entry)))
      file.forgetDamaged()
    },
    sweep: (knownIds) =>
      tryToWrite(entries.filter(({ noticeId }) => knownIds.includes(workspaceOfNotice(noticeId) ?? ''))),
  }
}
