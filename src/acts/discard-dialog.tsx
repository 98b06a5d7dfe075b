import type { Intent } from '../db/op.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { Acts, Target } from './use-acts.ts'

const WORDS: Readonly<Record<Intent['kind'], { readonly title: string; readonly text: string }>> = {
  send: {
    title: 'Discard this message?',
    text: 'The server does not have it. Its words stay on this device, among the earlier versions in the composer.',
  },
  create: {
    title: 'Discard this conversation?',
    text: 'It was never started on the server. Every message waiting in it goes, too.',
  },
  patch: { title: 'Discard this change?', text: 'The conversation stays as the server has it.' },
  close: { title: 'Do not close?', text: 'The conversation stays as the server has it.' },
}

/** Words cannot be had back: they are not thrown away by a slip of the hand. */
export function DiscardDialog({ acts }: { readonly acts: Acts }) {
  const { discarding } = acts
  return (
    <Dialog
      open={discarding !== null}
      onOpenChange={(open) => !open && acts.keep()}
      title={WORDS[discarding?.kind ?? 'send'].title}
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
  if (!mayHaveArrived) return WORDS[kind].text
  if (kind === 'send')
    return 'It may have arrived all the same. Its words stay on this device, among the earlier versions in the composer.'
  if (kind === 'create')
    return 'It may have been started on the server all the same. Every message waiting in it here goes, too.'
  return 'It may have been done on the server all the same.'
}
