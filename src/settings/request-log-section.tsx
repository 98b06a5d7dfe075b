import { Copy, Download, LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import type { LoggedRequest } from '../shared/logged-request.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { writeDate } from '../ui/date-words.ts'
import { failureCause } from '../words/failure.ts'
import { useWorkspace } from '../workspace.tsx'
import { outcomeOf, requestWords, tookWords } from './request-words.ts'
import { useRequests } from './use-requests.ts'

const TONES = { good: 'text-muted', warning: 'text-warning', danger: 'text-danger' } as const

const CELL = 'border-b border-line py-1.5 not-last:pe-4'
const HEAD = 'sticky top-0 border-b border-line-strong bg-raised py-1.5 font-medium not-last:pe-4 text-faint'

/** The latest requests and their outcomes, for users and for support. */
export function RequestLogSection() {
  const requests = useRequests()
  if (requests === null) return null
  return (
    <>
      <p className="max-w-prose text-sm text-muted">{text('settings.requestLog.intro')}</p>
      <Export isEmpty={requests.length === 0} />
      {requests.length === 0 ? (
        <p className="py-8 text-center text-base text-faint">{text('settings.requestLog.none')}</p>
      ) : (
        <RequestTable requests={requests} />
      )}
    </>
  )
}

/** Copying and saving happen in the main process: the page writes neither the clipboard nor files. */
function Export({ isEmpty }: { readonly isEmpty: boolean }) {
  const { bridge, workspace } = useWorkspace()
  const [outcome, setOutcome] = useState('')
  const exportTo = async (to: 'clipboard' | 'file'): Promise<void> => {
    const result = await bridge.exportRequests({ workspaceId: workspace.id, to })
    if (!result.ok) setOutcome(failureCause(result.failure))
    else
      setOutcome(
        result.value ? text(to === 'clipboard' ? 'settings.requestLog.copied' : 'settings.requestLog.saved') : '',
      )
  }
  return (
    <div className="flex flex-wrap items-center gap-2 py-3">
      <Button size="sm" icon={<Copy size={14} />} disabled={isEmpty} onClick={() => void exportTo('clipboard')}>
        {text('settings.requestLog.copy')}
      </Button>
      <Button size="sm" icon={<Download size={14} />} disabled={isEmpty} onClick={() => void exportTo('file')}>
        {text('settings.requestLog.save')}
      </Button>
      <Button size="sm" icon={<LifeBuoy size={14} />} onClick={() => void bridge.reportProblem({})}>
        {text('settings.requestLog.report')}
      </Button>
      <p role="status" className="text-sm text-muted">
        {outcome}
      </p>
    </div>
  )
}

function RequestTable({ requests }: { readonly requests: readonly LoggedRequest[] }) {
  return (
    // Fixed columns, so that a long response does not move the others while the user reads.
    <table
      aria-label={text('settings.requestLog.requests')}
      className="w-full table-fixed border-separate border-spacing-0 text-start text-sm tabular-nums"
    >
      <thead>
        <tr>
          <th className={classNames(HEAD, 'w-26 text-start')}>{text('settings.requestLog.time')}</th>
          <th className={classNames(HEAD, 'text-start')}>{text('settings.requestLog.request')}</th>
          <th className={classNames(HEAD, 'w-[26%] text-start')}>{text('settings.requestLog.response')}</th>
          <th className={classNames(HEAD, 'w-16 text-end')}>{text('settings.requestLog.took')}</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <RequestRow key={request.number} request={request} />
        ))}
      </tbody>
    </table>
  )
}

function RequestRow({ request }: { readonly request: LoggedRequest }) {
  const outcome = outcomeOf(request)
  return (
    <tr className="align-top">
      <td className={classNames(CELL, 'whitespace-nowrap text-muted')} title={writeDate(request.at, 'full')}>
        {writeDate(request.at, 'seconds')}
      </td>
      <td className={classNames(CELL, 'wrap-anywhere')}>
        {requestWords(request)} <span className="font-mono text-xs text-faint">{request.method}</span>
      </td>
      <td className={classNames(CELL, 'wrap-anywhere', TONES[outcome.tone])}>{outcome.text}</td>
      <td className={classNames(CELL, 'text-end whitespace-nowrap text-muted')}>{tookWords(request.ms)}</td>
    </tr>
  )
}
