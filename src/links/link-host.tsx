import { useEffect } from 'react'
import { text } from '../strings/text.ts'
import { nextFrame } from '../ui/next-frame.ts'
import { openConversation, openDialog, useView, writeTo } from '../view/view.ts'
import { showToast } from '../view/toasts.ts'
import { useWorkspace, useWorkspaces } from '../workspace.tsx'
import { LinkPrompt } from './link-prompt.tsx'
import { type LinkStep, linkStep } from './link-step.ts'
import { finishLink, useLinks } from './link-store.ts'

/** Shows the link that the user opened, as soon as no dialog is in the way. */
export function LinkHost() {
  const { workspace } = useWorkspace()
  const { known, choose } = useWorkspaces()
  const link = useLinks((links) => links.link)
  const dialog = useView((view) => view.dialog)
  const step = link === null ? null : linkStep({ link, current: workspace, known, dialog })
  const isWaiting = step?.do === 'wait'
  useEffect(() => {
    if (isWaiting) showToast(text('links.waiting'))
  }, [link, isWaiting])
  // Once for each step: the step is made anew at each rendering.
  const key = JSON.stringify(step)
  useEffect(() => take(JSON.parse(key) as LinkStep | null), [link, key])
  if (dialog !== 'link' || step?.do !== 'ask') return null
  const { question } = step
  const close = (): void => {
    openDialog('none')
    finishLink()
  }
  const agree = (localId: string | null): void => {
    // The link stays, and goes on in the other workspace.
    if (question.about === 'workspace') return choose(question.id)
    close()
    // The dialog first gives the focus back to a reply, which keeps its own conversation open.
    if (localId !== null) void nextFrame().then(() => openConversation(localId))
  }
  return <LinkPrompt question={question} onAgree={agree} onClose={close} />
}

function take(step: LinkStep | null): void {
  if (step === null || step.do === 'wait') return
  if (step.do === 'ask') return openDialog('link')
  writeTo(step.recipient)
  finishLink()
}
