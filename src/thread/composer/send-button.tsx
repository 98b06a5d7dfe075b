import { CircleCheck, LockKeyhole, SendHorizontal } from 'lucide-react'
import { useCommandSettings } from '../../commands/settings.ts'
import { useShortcut } from '../../commands/keys/shortcut.ts'
import type { ConversationSummary } from '../../db/overlay.ts'
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

/** Says where the words will go, so that none go to the wrong person. The other one resolves as well, or closes. */
export function SendButton({ conversation, isDisabled, onSend, onSendAndFinish }: SendButtonProps) {
  const finish = useCommandSettings((settings) => settings.finish)
  const address = addressOf(conversation)
  const words = usePhoneWords(address !== null && isPhone(address) ? address : null) ?? address
  const isNamed = conversation.name !== address
  return (
    <>
      <IconButton
        size="sm"
        id={ELEMENT_IDS.sendAndResolveButton}
        label={finish === 'close' ? 'Send and close' : 'Send and resolve'}
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
        className="aria-disabled:opacity-50 max-[600px]:ml-auto"
      />
      <Button
        id={ELEMENT_IDS.sendButton}
        size="sm"
        variant="primary"
        shortcut={useShortcut('send')}
        icon={<SendHorizontal size={13} aria-hidden="true" className="shrink-0" />}
        aria-disabled={isDisabled}
        onClick={onSend}
        // Where there is no room for both, whom it goes to comes before the key for it.
        className="min-w-0 max-w-88! shrink! @max-[24rem]:[&>span:last-child]:hidden"
      >
        {/* The name is cut at its own end: at the line's end that would be the beginning of one that is written from right to left. */}
        <span className="flex">
          <span className="shrink-0 whitespace-pre">
            Send<span className="@max-[15rem]:sr-only"> {messageNoun(conversation.channel)} to </span>
          </span>
          <bdi className="min-w-0 truncate @max-[15rem]:sr-only">
            {harmlessLine(isNamed ? conversation.name : (words ?? conversation.name))}
          </bdi>
          {/* Told in full, drawn short: the address stands in the header. */}
          {isNamed && words !== null && <span className="sr-only"> · {harmlessLine(words)}</span>}
        </span>
      </Button>
    </>
  )
}
