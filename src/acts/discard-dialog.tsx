import type { Intent } from '../db/op.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { Acts } from './use-acts.ts'

const CHANGE = {
  text: 'outbox.acts.discardChange.text',
  mayHaveArrived: 'outbox.acts.discardChange.mayHaveArrived',
} as const

const TEXTS = {
  send: {
    title: 'outbox.acts.discardSend.title',
    text: 'outbox.acts.discardSend.text',
    mayHaveArrived: 'outbox.acts.discardSend.mayHaveArrived',
  },
  create: {
    title: 'outbox.acts.discardCreate.title',
    text: 'outbox.acts.discardCreate.text',
    mayHaveArrived: 'outbox.acts.discardCreate.mayHaveArrived',
  },
  patch: { ...CHANGE, title: 'outbox.acts.discardPatch.title' },
  close: { ...CHANGE, title: 'outbox.acts.discardClose.title' },
} as const satisfies Record<Intent['kind'], unknown>

/** Confirms first, so that nothing is discarded by mistake. */
export function DiscardDialog({ acts }: { readonly acts: Acts }) {
  const { discarding } = acts
  const texts = TEXTS[discarding?.kind ?? 'send']
  return (
    <Dialog
      open={discarding !== null}
      onOpenChange={(open) => !open && acts.keep()}
      title={text(texts.title)}
      description={text(discarding?.mayHaveArrived === true ? texts.mayHaveArrived : texts.text)}
      footer={
        <>
          <Button onClick={acts.keep}>{text('outbox.acts.keep')}</Button>
          <Button variant="danger" onClick={acts.discard}>
            {text('outbox.acts.discard')}
          </Button>
        </>
      }
    />
  )
}
