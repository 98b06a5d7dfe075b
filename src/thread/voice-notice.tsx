import { PhoneOff } from 'lucide-react'

/** In the composer's place, under its name, so that the key for "reply" says why there is none. */
export function VoiceNotice({ conversationId }: { readonly conversationId: string }) {
  return (
    <div
      id="reply"
      data-conversation-id={conversationId}
      role="note"
      tabIndex={-1}
      className="flex items-center gap-3 rounded-lg border border-line bg-canvas px-3 py-2.5 text-base text-muted"
    >
      <PhoneOff size={16} aria-hidden="true" className="shrink-0 text-faint" />
      <p>
        A phone call can be read here but not answered in writing. To write to this customer, start an SMS or email
        conversation.
      </p>
    </div>
  )
}
