import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** What is about to be thrown away. */
export type Discard = { readonly opId: string; readonly what: 'message' | 'create' | 'patch' | 'close' }

type DiscardDialogProps = {
  /** Null while nothing is asked. */
  readonly discard: Discard | null
  readonly onKeep: () => void
  readonly onDiscard: (opId: string) => void
}

const WORDS: Readonly<Record<Discard['what'], { readonly title: string; readonly text: string }>> = {
  message: { title: 'Discard this message?', text: 'The server does not have it, and its words are nowhere else.' },
  create: {
    title: 'Discard this conversation?',
    text: 'It was never started on the server. Every message waiting in it goes, too.',
  },
  patch: { title: 'Discard this change?', text: 'The conversation stays as the server has it.' },
  close: { title: 'Do not close?', text: 'The conversation stays as the server has it.' },
}

/** Words cannot be had back: they are not thrown away by a slip of the hand. */
export function DiscardDialog({ discard, onKeep, onDiscard }: DiscardDialogProps) {
  const words = WORDS[discard?.what ?? 'message']
  return (
    <Dialog
      open={discard !== null}
      onOpenChange={(open) => !open && onKeep()}
      title={words.title}
      description={words.text}
      footer={
        <>
          <Button onClick={onKeep}>Keep</Button>
          <Button variant="danger" onClick={() => discard !== null && onDiscard(discard.opId)}>
            Discard
          </Button>
        </>
      }
    />
  )
}
