import { memo } from 'react'
import { WorkspaceLabel } from '../../acts/workspace-label.tsx'
import { richText } from '../../strings/rich-text.ts'
import { text } from '../../strings/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { ChannelGlyph, channelLabel } from '../../words/channel.tsx'
import type { Recipient } from './recipient.ts'

type RecipientLineProps = {
  readonly recipient: Recipient
  /** The workspace that sends, in All inboxes; null when only one is shown. */
  readonly workspace: { readonly id: string; readonly name: string } | null
  /** Shown at every width; otherwise only where the send button has no room for the recipient. */
  readonly isAlways: boolean
}

/** Whom the reply goes to, above the text. A name is cut before a number. */
export const RecipientLine = memo(function RecipientLine({ recipient, workspace, isAlways }: RecipientLineProps) {
  const { channel, name, address, isPhone } = recipient
  return (
    <p
      className={classNames(
        'items-center gap-1.5 px-3 pt-2 text-xs text-muted',
        isAlways ? 'flex' : 'hidden @max-[20rem]/composer:flex',
      )}
    >
      <ChannelGlyph channel={channel} size={12} />
      <span className="flex min-w-0 whitespace-pre">
        {richText('thread.composer.recipient', {
          channel: channelLabel(channel),
          who: (
            <>
              {name !== null && <bdi className="min-w-0 truncate font-medium text-ink">{name}</bdi>}
              {name !== null && address !== null && <span> · </span>}
              {address !== null && (
                <bdi
                  dir="ltr"
                  className={classNames(
                    name === null && 'font-medium text-ink',
                    isPhone ? 'shrink-0' : 'truncate',
                    !isPhone && name !== null && 'max-w-[60%] shrink-0',
                  )}
                >
                  {address}
                </bdi>
              )}
            </>
          ),
        })}
      </span>
      {workspace !== null && (
        <span className="ms-auto flex min-w-0 max-w-[40%] shrink-0" title={workspace.name}>
          <span className="sr-only">{text('thread.header.workspace')}</span>
          <WorkspaceLabel id={workspace.id} name={workspace.name} />
        </span>
      )}
    </p>
  )
})
