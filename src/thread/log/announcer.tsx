import { useState } from 'react'
import type { ThreadView } from '../../db/overlay.ts'
import { shownContent } from '../../words/shown-content.ts'
import { harmlessBeginning } from '../../words/harmless-text.ts'
import { senderWords } from '../../words/sender.ts'

/** Characters announced: enough to decide whether to read the message. */
const MAX_SPOKEN_LENGTH = 200

/**
 * Announces a new message from others to screen readers. Messages that were there on opening are not announced, also when one of the user's
 * is taken back and they are the last again.
 */
export function Announcer({ view }: { readonly view: ThreadView }) {
  const last = view.items.at(-1)
  const [openedKey] = useState(() => view.items.findLast(({ isMine }) => !isMine)?.key)
  const isNew = last !== undefined && !last.isMine && last.key !== openedKey
  return (
    <p aria-live="polite" className="sr-only">
      {isNew &&
        `${senderWords(last, view.conversation.name)}: ${harmlessBeginning(shownContent(last.content), MAX_SPOKEN_LENGTH)}`}
    </p>
  )
}
