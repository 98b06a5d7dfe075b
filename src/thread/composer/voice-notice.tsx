import { PhoneOff } from 'lucide-react'
import { startReply } from '../../commands/replying.ts'
import { useShortcut } from '../../commands/keys/shortcut.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { useWorkspace } from '../../workspace.tsx'

/** Replaces the composer for a call, which is answered by SMS or email. */
export function VoiceNotice({ conversationId }: { readonly conversationId: string }) {
  const open = useWorkspace()
  const shortcut = useShortcut('reply')
  return (
    <div
      role="note"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-canvas px-3 py-2.5 text-base text-muted"
    >
      <PhoneOff size={16} aria-hidden="true" className="shrink-0 text-faint" />
      {/* Beside a long label, the button goes below. */}
      <p className="min-w-0 flex-1 basis-56">{text('thread.composer.phoneCall')}</p>
      <Button size="sm" className="ms-auto" shortcut={shortcut} onClick={() => void startReply(open, conversationId)}>
        {text('thread.composer.replyBySmsOrEmail')}
      </Button>
    </div>
  )
}
