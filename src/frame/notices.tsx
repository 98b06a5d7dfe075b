import { KeyRound } from 'lucide-react'
import type { Workspace } from '../shared/bridge.ts'
import type { Failure } from '../shared/failure.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { openDialog, useView } from '../view.ts'
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
      Enter new key
    </Button>
  )
  return (
    <section aria-label="Notices">
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
    const cause =
      isKeyUnreadable === true
        ? `Couldn’t read the API key of ${name}. The system keychain is locked or has changed, or the key is damaged.`
        : `The API key of ${name} isn’t on this device.`
    return { tone: 'danger', text: `${cause} You can read what is saved here. To send and receive, enter the key.` }
  }
  if (failure?.kind === 'unauthorized') return { tone: 'danger', text: failureSentence(failure) }
  if (kind === 'demo') return { tone: 'info', text: 'Demo account: resets when you quit. Nothing is really sent.' }
  if (key === 'session')
    return { tone: 'warning', text: 'This computer has no system keychain, so the API key is forgotten when you quit.' }
  return null
}
