import { type ReactNode, useId } from 'react'
import { useCommandSettings } from '../../commands/settings.ts'
import { useShortcut } from '../../commands/keys/shortcut.ts'
import { richText } from '../../strings/rich-text.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { ChannelGlyph } from '../../words/channel.tsx'
import { FINISH_ICONS } from '../../words/icons/command-icons.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'
import { type Recipient, sendName } from './recipient.ts'

type SendButtonProps = {
  readonly recipient: Recipient
  /** Why nothing can be sent now; null when it can. */
  readonly whyDisabled: string | null
  /** How long the message can be undone, and from which workspace it is sent. */
  readonly details: readonly string[]
  readonly onSend: () => void
  readonly onSendAndFinish: () => void
}

/** Send, labelled with the recipient, and a button that also resolves or closes the conversation. */
export function SendButton({ recipient, whyDisabled, details, onSend, onSendAndFinish }: SendButtonProps) {
  const finish = useCommandSettings((settings) => settings.finish)
  const FinishIcon = FINISH_ICONS[finish]
  const id = useId()
  const isDisabled = whyDisabled !== null
  const name = sendName(recipient)
  return (
    <div className="flex min-w-0 items-center justify-end gap-2 @max-[28rem]/composer:flex-1">
      <span id={id} className="sr-only">
        {whyDisabled ?? details.join(' ')}
      </span>
      <IconButton
        size="sm"
        id={ELEMENT_IDS.sendAndResolveButton}
        label={text(finish === 'close' ? 'thread.composer.sendAndClose' : 'thread.composer.sendAndResolve')}
        shortcut={useShortcut('send-and-resolve')}
        icon={<FinishIcon size={14} aria-hidden="true" />}
        aria-disabled={isDisabled}
        aria-describedby={isDisabled ? id : undefined}
        onClick={onSendAndFinish}
      />
      <Tooltip side="top" label={<Explanation lines={isDisabled ? [whyDisabled] : [name, ...details]} />}>
        <Button
          id={ELEMENT_IDS.sendButton}
          size="sm"
          variant="primary"
          shortcut={useShortcut('send')}
          icon={<ChannelGlyph channel={recipient.channel} size={13} />}
          aria-label={name}
          aria-describedby={id}
          aria-disabled={isDisabled}
          onClick={onSend}
          // In a narrow composer, the recipient matters more than the shortcut, which is hidden.
          className={classNames(
            'max-w-88! @max-[26rem]:[&>span:last-child]:hidden',
            (recipient.name !== null || !recipient.isPhone) && 'min-w-0 shrink!',
          )}
        >
          {drawLabel(recipient)}
        </Button>
      </Tooltip>
    </div>
  )
}

/** One line. A name is cut, and dropped where there is no room. A number is shown as a whole or not at all: a line above the text then has it. */
function drawLabel({ name, address, isPhone }: Recipient): ReactNode {
  const isNamed = name !== null
  const shown = name ?? address
  if (shown === null) return text('thread.composer.send')
  return (
    <>
      <span className={isNamed ? 'hidden @max-[15rem]:inline' : 'hidden @max-[20rem]:inline'}>
        {text('thread.composer.send')}
      </span>
      {/* The name itself is truncated, not the line: the verb may come last, and a right-to-left name would lose its start. */}
      <span className={classNames('flex whitespace-pre', isNamed ? '@max-[15rem]:hidden' : '@max-[20rem]:hidden')}>
        {richText(isNamed ? 'thread.composer.sendShort' : 'thread.composer.sendToAddress', {
          who: <bdi className={isPhone && !isNamed ? 'shrink-0' : 'min-w-0 truncate'}>{shown}</bdi>,
        })}
      </span>
    </>
  )
}

function Explanation({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <span className="flex flex-col">
      {lines.map((line) => (
        <span key={line} className="wrap-anywhere">
          {line}
        </span>
      ))}
    </span>
  )
}
