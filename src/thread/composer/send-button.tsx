import { CircleCheck, LockKeyhole, SendHorizontal } from 'lucide-react'
import { useCommandSettings } from '../../commands/settings.ts'
import { useShortcut } from '../../commands/keys/shortcut.ts'
import type { ConversationSummary } from '../../db/overlay.ts'
import { richText } from '../../strings/rich-text.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { addressOf, isPhone, messageNoun } from '../../words/address.ts'
import { harmlessLine } from '../../words/harmless-text.ts'
import { usePhoneWords } from '../../words/phone-words.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'

type SendButtonProps = {
  readonly conversation: ConversationSummary
  readonly isDisabled: boolean
  readonly onSend: () => void
  readonly onSendAndFinish: () => void
}

/** Send, labelled with the recipient, and a button that also resolves or closes the conversation. */
export function SendButton({ conversation, isDisabled, onSend, onSendAndFinish }: SendButtonProps) {
  const finish = useCommandSettings((settings) => settings.finish)
  const address = addressOf(conversation)
  const shownAddress = usePhoneWords(address !== null && isPhone(address) ? address : null) ?? address
  const isNamed = conversation.name !== address
  return (
    <>
      <IconButton
        size="sm"
        id={ELEMENT_IDS.sendAndResolveButton}
        label={text(finish === 'close' ? 'thread.composer.sendAndClose' : 'thread.composer.sendAndResolve')}
        shortcut={useShortcut('send-and-resolve')}
        icon={
          finish === 'close' ? (
            <LockKeyhole size={14} aria-hidden="true" />
          ) : (
            <CircleCheck size={14} aria-hidden="true" />
          )
        }
        aria-disabled={isDisabled}
        onClick={onSendAndFinish}
        className="max-[600px]:ms-auto"
      />
      <Button
        id={ELEMENT_IDS.sendButton}
        size="sm"
        variant="primary"
        shortcut={useShortcut('send')}
        icon={<SendHorizontal size={13} aria-hidden="true" className="shrink-0 rtl:-scale-x-100" />}
        aria-disabled={isDisabled}
        onClick={onSend}
        // In a narrow composer, the recipient matters more than the shortcut, which is hidden.
        className="min-w-0 max-w-88! shrink! @max-[24rem]:[&>span:last-child]:hidden"
      >
        <span aria-hidden="true" className="hidden @max-[15rem]:inline">
          {text('thread.composer.send')}
        </span>
        {/* The name itself is truncated, not the line: the verb may come last, and a right-to-left name would lose its start. */}
        <span className="flex whitespace-pre @max-[15rem]:sr-only">
          {richText('thread.composer.sendTo', {
            message: messageNoun(conversation.channel),
            name: (
              <bdi className="min-w-0 truncate">
                {harmlessLine(isNamed ? conversation.name : (shownAddress ?? conversation.name))}
              </bdi>
            ),
          })}
          {/* Only for screen readers; the header shows the address. */}
          {isNamed && shownAddress !== null && <span className="sr-only"> · {harmlessLine(shownAddress)}</span>}
        </span>
      </Button>
    </>
  )
}
