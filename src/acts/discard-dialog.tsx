import type { Intent } from '../db/op.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { Acts, Target } from './use-acts.ts'

const TEXTS: Readonly<Record<Intent['kind'], { readonly title: string; readonly text: string }>> = {
  send: {
    title: 'Discard this message?',
    text: 'The server doesn’t have it. Its text stays on this device, under earlier versions in the composer.',
  },
  create: {
    title: 'Discard this conversation?',
    text: 'It was never started on the server. Its unsent messages are discarded too.',
  },
  patch: { title: 'Discard this change?', text: 'The conversation stays as it is on the server.' },
  close: { title: 'Discard closing?', text: 'The conversation stays as it is on the server.' },
}

/** Confirms first, so that nothing is discarded by mistake. */
export function DiscardDialog({ acts }: { readonly acts: Acts }) {
  const { discarding } = acts
  return (
    <Dialog
      open={discarding !== null}
      onOpenChange={(open) => !open && acts.keep()}
      title={TEXTS[discarding?.kind ?? 'send'].title}
      description={discarding === null ? '' : textOf(discarding)}
      footer={
        <>
          <Button onClick={acts.keep}>Keep</Button>
          <Button variant="danger" onClick={acts.discard}>
            Discard
          </Button>
        </>
      }
    />
  )
}

function textOf({ kind, mayHaveArrived }: Target): string {
  if (!mayHaveArrived) return TEXTS[kind].text
  if (kind === 'send')
    return 'It may have been delivered anyway. Its text stays on this device, under earlier versions in the composer.'
  if (kind === 'create') return 'It may have been started on the server anyway. Its unsent messages are discarded too.'
  return 'It may have been applied on the server anyway.'
}
