import type { Message } from '../shared/model.ts'
import { text } from '../strings/text.ts'
import { harmlessBeginning } from '../words/harmless-text.ts'
import { senderWords } from '../words/sender.ts'
import { shownContent } from '../words/shown-content.ts'

/** The newest messages matter most. */
const MAX_SHOWN = 3
const MAX_TEXT_LENGTH = 300

/** The messages that arrived after ours was written, because of which it was not sent. */
export function News({ news, customerName }: { readonly news: readonly Message[]; readonly customerName: string }) {
  const shown = news.slice(-MAX_SHOWN)
  const hidden = news.length - shown.length
  return (
    <div className="mt-2 rounded-sm border-s-2 border-danger bg-hover px-3 py-1.5 text-base">
      <p className="text-xs font-medium text-muted">{text('outbox.newsTitle')}</p>
      {hidden > 0 && <p className="text-sm text-faint">{text('outbox.earlier', { count: hidden })}</p>}
      {shown.map((message) => (
        <p key={message.id} className="line-clamp-3 wrap-anywhere">
          <bdi className="font-medium">{senderWords({ sender: message.sender, isMine: false }, customerName)}</bdi>:{' '}
          <bdi>{harmlessBeginning(shownContent(message.content), MAX_TEXT_LENGTH)}</bdi>
        </p>
      ))}
    </div>
  )
}
