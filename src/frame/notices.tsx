import { KeyRound } from 'lucide-react'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { openDialog, useView } from '../view.ts'
import { failureSentence } from '../words/failure.ts'
import { useWorkspace } from '../workspace.tsx'
import { StorageNotices } from './storage-notices.tsx'

/** What must be known before anything else on screen. Being offline is not among it: the truth line says that. */
export function Notices() {
  const { workspace } = useWorkspace()
  const failure = useView((view) => view.reachability.failure)
  const enterKey = (
    <Button size="sm" icon={<KeyRound size={13} />} onClick={() => openDialog('new-key')}>
      Enter a new key
    </Button>
  )
  return (
    <section aria-label="Notices">
      <StorageNotices />
      {workspace.key === 'missing' ? (
        <Banner tone="danger" action={enterKey}>
          {workspace.isKeyUnreadable === true
            ? `The saved API key of ${workspace.name} couldn’t be read: the system’s keyring is locked or has changed, or the key is damaged.`
            : `The API key of ${workspace.name} is not on this device.`}{' '}
          What is stored here can be read; nothing is sent or fetched until you enter it.
        </Banner>
      ) : failure?.kind === 'unauthorized' ? (
        <Banner tone="danger" action={enterKey}>
          {failureSentence(failure)}
        </Banner>
      ) : workspace.kind === 'demo' ? (
        <Banner tone="info">
          Demo account: lives in memory, starts afresh each time. Nothing you write here reaches anybody.
        </Banner>
      ) : workspace.key === 'session' ? (
        <Banner tone="warning">
          This computer has no keyring to keep the API key in: it is remembered only until you quit.
        </Banner>
      ) : null}
    </section>
  )
}
