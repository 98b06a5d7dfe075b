import { useState } from 'react'
import type { ThreadView } from '../../db/overlay.ts'
import { shownContent } from '../../shared/text/shown-content.ts'
import { harmlessBeginning } from '../../words/harmless-text.ts'
import { senderWords } from '../../words/sender.ts'

/** Enough to know whether to read on. */
const MAX_SPOKEN_LENGTH = 200

/** Says a message of somebody else aloud when it comes in; what was there on opening is not news. */
export function Announcer({ view }: { readonly view: ThreadView }) {
  const last = view.items.at(-1)
  const [firstKey] = useState(last?.key)
  const isNews = last !== undefined && !last.isMine && last.key !== firstKey
  return (
    <p aria-live="polite" className="sr-only">
      {isNews &&
        `${senderWords(last, view.conversation.name)}: ${harmlessBeginning(shownContent(last.content), MAX_SPOKEN_LENGTH)}`}
    </p>
  )
}
