import { RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { unsentOf } from '../db/outbox-queries.ts'
import { readHoldings } from '../db/queries.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { addPending, countPending } from '../shared/pending.ts'
import { Button } from '../ui/button.tsx'
import { useOutboxFeed, useWorkspace } from '../workspace.tsx'
import { bytesWords, keptWords } from './data-words.ts'
import { Setting } from './setting.tsx'

type Holdings = Awaited<ReturnType<typeof readHoldings>> & { readonly bytes: number | undefined }

/** The data of the workspace on this device, with a button to clear and download it. */
export function DataSection() {
  const { workspace, readAnew } = useWorkspace()
  const holdings = useHoldings()
  const ops = useOutboxFeed((feed) => feed.ops())
  const [step, setStep] = useState<'idle' | 'confirming' | 'clearing'>('idle')
  if (holdings === null || ops === null) return null
  const unsent = unsentOf(ops)
  const pending = addPending(unsent.waiting, unsent.asking)
  const clear = (): void => {
    setStep('clearing')
    void readAnew()
  }
  return (
    <>
      <p className="pb-3 text-base text-muted">
        This device keeps a copy of {workspace.name}, so you can read, search and reply offline.
      </p>
      <Facts holdings={holdings} unsent={countPending(pending)} />
      <Setting
        title="Clear cache and download again"
        description={
          <>
            Use this if something looks wrong. Downloading everything again takes a while.{' '}
            {keptWords(pending, holdings.drafts)}
          </>
        }
      >
        {step === 'idle' ? (
          <Button icon={<RotateCcw size={13} />} onClick={() => setStep('confirming')}>
            Clear…
          </Button>
        ) : (
          <span className="flex gap-2">
            <Button disabled={step === 'clearing'} onClick={() => setStep('idle')}>
              Cancel
            </Button>
            <Button variant="danger" disabled={step === 'clearing'} onClick={clear}>
              {step === 'clearing' ? 'Clearing…' : 'Clear and download'}
            </Button>
          </span>
        )}
      </Setting>
    </>
  )
}

function Facts({ holdings, unsent }: { readonly holdings: Holdings; readonly unsent: number }) {
  const { conversations, threads, messages, drafts, bytes } = holdings
  const facts = [
    ['Conversations', writeNumber(conversations)],
    ['Threads', writeNumber(threads)],
    ['Messages', writeNumber(messages)],
    ['Drafts', writeNumber(drafts)],
    ['Not sent yet', writeNumber(unsent)],
    // The browser reports one number for all workspaces.
    ['Storage used, all workspaces', bytes === undefined ? null : bytesWords(bytes)],
  ] as const
  return (
    <dl className="mb-4 grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 rounded-md bg-canvas px-4 py-3 text-base">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

/** Counts once, when the section opens. */
function useHoldings(): Holdings | null {
  const { db } = useWorkspace()
  const [holdings, setHoldings] = useState<Holdings | null>(null)
  useEffect(() => {
    let isGone = false
    const unknown = (): undefined => undefined
    const bytes = navigator.storage.estimate().then(({ usage }) => usage, unknown)
    void Promise.all([readHoldings(db), bytes]).then(([counted, used]) => {
      if (!isGone) setHoldings({ ...counted, bytes: used })
    })
    return () => {
      isGone = true
    }
  }, [db])
  return holdings
}
