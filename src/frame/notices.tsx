import { KeyRound } from 'lucide-react'
import type { Workspace } from '../shared/bridge.ts'
import type { Failure } from '../shared/failure.ts'
import { text } from '../strings/text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { openDialog, useView } from '../view/view.ts'
import { failureSentence } from '../words/failure.ts'
import { useWorkspace } from '../workspace.tsx'
import { StorageNotices } from './storage-notices.tsx'

/** Notices above everything else. The status line says when the app is offline. */
export function Notices() {
  const { workspace } = useWorkspace()
  const failure = useView((view) => view.reachability.failure)
  const notice = noticeOf(workspace, failure)
  const enterKey = (
    <Button size="sm" icon={<KeyRound size={13} />} onClick={() => openDialog('new-key')}>
      {text('frame.enterNewKey')}
    </Button>
  )
  return (
    <section aria-label={text('frame.notices')}>
      <StorageNotices />
      {notice !== null && (
        <Banner tone={notice.tone} action={notice.tone === 'danger' ? enterKey : undefined}>
          {notice.text}
        </Banner>
      )}
    </section>
  )
}

type Notice = { readonly tone: 'info' | 'warning' | 'danger'; readonly text: string }

/** The most urgent notice about the workspace's key and account. `danger` asks for a new key. */
function noticeOf({ key, kind, name, isKeyUnreadable }: Workspace, failure: Failure | null): Notice | null {
  if (key === 'missing') {
    const id = isKeyUnreadable === true ? 'frame.keyUnreadable' : 'frame.keyMissing'
    return { tone: 'danger', text: text(id, { workspace: name }) }
  }
  if (failure?.kind === 'unauthorized') return { tone: 'danger', text: failureSentence(failure) }
  if (kind === 'demo') return { tone: 'info', text: text('frame.demo') }
  if (key === 'session') return { tone: 'warning', text: text('frame.keyForgotten') }
  return null
}
