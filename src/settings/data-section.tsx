import { RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { unsentOf } from '../db/outbox-queries.ts'
import { readHoldings } from '../db/queries.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { addPending, countPending } from '../shared/pending.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { openDialog } from '../view/view.ts'
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
      <p className="max-w-prose pb-3 text-sm text-muted">
        {text('settings.data.intro', { workspace: workspace.name })}
      </p>
      <Facts holdings={holdings} unsent={countPending(pending)} />
      <Setting title={text('settings.data.backUp.title')} description={text('settings.data.backUp.description')}>
        <Button onClick={() => openDialog('back-up')}>{text('settings.data.backUp.do')}</Button>
      </Setting>
      <Setting title={text('settings.data.restore.title')} description={text('settings.data.restore.description')}>
        <Button onClick={() => openDialog('restore')}>{text('settings.data.restore.do')}</Button>
      </Setting>
      <Setting
        title={text('settings.data.clearCache.title')}
        description={text('settings.data.clearCache.description', { kept: keptWords(pending, holdings.drafts) })}
      >
        {step === 'idle' ? (
          <Button icon={<RotateCcw size={13} />} onClick={() => setStep('confirming')}>
            {text('settings.data.clear')}
          </Button>
        ) : (
          <span className="flex gap-2">
            <Button disabled={step === 'clearing'} onClick={() => setStep('idle')}>
              {text('settings.cancel')}
            </Button>
            <Button variant="danger" disabled={step === 'clearing'} onClick={clear}>
              {text(step === 'clearing' ? 'settings.data.clearing' : 'settings.data.clearAndDownload')}
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
    [text('settings.data.conversations'), writeNumber(conversations)],
    [text('settings.data.threads'), writeNumber(threads)],
    [text('settings.data.messages'), writeNumber(messages)],
    [text('settings.data.drafts'), writeNumber(drafts)],
    [text('settings.data.unsent'), writeNumber(unsent)],
    // The browser reports one number for all workspaces.
    [text('settings.data.storage'), bytes === undefined ? null : bytesWords(bytes)],
  ] as const
  return (
    <dl className="mb-4 grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 rounded-md bg-canvas px-4 py-3 text-base">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="text-end">{value}</dd>
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
