import { useState } from 'react'
import type { ThreadView } from '../../db/overlay.ts'
import { shownContent } from '../../words/shown-content.ts'
import { harmlessBeginning } from '../../words/harmless-text.ts'
import { senderWords } from '../../words/sender.ts'

/** Characters announced: enough to decide whether to read the message. */
const MAX_SPOKEN_LENGTH = 200

/** Announces a new message from others to screen readers. Messages that were there on opening are not announced. */
export function Announcer({ view }: { readonly view: ThreadView }) {
  const last = view.items.at(-1)
  const [firstKey] = useState(last?.key)
  const isNew = last !== undefined && !last.isMine && last.key !== firstKey
  return (
    <p aria-live="polite" className="sr-only">
      {isNew &&
        `${senderWords(last, view.conversation.name)}: ${harmlessBeginning(shownContent(last.content), MAX_SPOKEN_LENGTH)}`}
    </p>
  )
}
