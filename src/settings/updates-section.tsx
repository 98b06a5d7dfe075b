import { useEffect, useId, useState } from 'react'
import { assertNever } from '../shared/failure.ts'
import {
  UPDATE_CHANNELS,
  type NoUpdates,
  type UpdateFailure,
  type UpdateProblem,
  type Updates,
  type UpdateState,
} from '../shared/updates.ts'
import { text, type TextId } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { timeWords } from '../ui/time-words.ts'
import { useNow } from '../ui/use-now.ts'
import { networkClause } from '../words/failure.ts'
import { useWorkspace } from '../workspace.tsx'
import { Setting } from './setting.tsx'

/** How often the state is read, ms. Reading it asks only the main process. */
const REFRESH_MS = 500

const OFF = {
  policy: 'settings.updates.off.policy',
  'package-manager': 'settings.updates.off.packageManager',
  archive: 'settings.updates.off.archive',
  portable: 'settings.updates.off.portable',
  development: 'settings.updates.off.development',
  'no-feed': 'settings.updates.off.noFeed',
} as const satisfies Record<NoUpdates, TextId>

const PROBLEMS = {
  offline: 'settings.updates.problem.offline',
  timeout: 'settings.updates.problem.timeout',
  'not-found': 'settings.updates.problem.notFound',
  server: 'settings.updates.problem.server',
  certificate: 'settings.updates.problem.certificate',
  'no-description': 'settings.updates.problem.noDescription',
  damaged: 'settings.updates.problem.damaged',
  signature: 'settings.updates.problem.signature',
  'too-large': 'settings.updates.problem.tooLarge',
  'other-server': 'settings.updates.problem.otherServer',
  'not-encrypted': 'settings.updates.problem.notEncrypted',
  'disk-full': 'settings.updates.problem.diskFull',
  'no-permission': 'settings.updates.problem.noPermission',
  other: 'settings.updates.problem.other',
} as const satisfies Record<Exclude<UpdateProblem, 'proxy'>, TextId>

const CHANNELS = {
  stable: 'settings.updates.channel.stable',
  beta: 'settings.updates.channel.beta',
} as const satisfies Record<Updates['channel'], TextId>

/** The installed version, whether there is a newer one, and what to do about it. */
export function UpdatesSection() {
  const { bridge } = useWorkspace()
  const { updates, run } = useUpdates()
  const channelId = useId()
  const now = useNow(60_000)
  if (updates === null) return null
  const { state, channel, version } = updates
  return (
    <>
      <Setting
        title={text('settings.updates.version', { version })}
        isManaged={state.phase === 'off' && state.why === 'policy'}
        description={
          <span role="status" className={state.phase === 'failed' ? 'text-danger' : undefined}>
            {statusText(state, now)}
          </span>
        }
      >
        {state.phase === 'ready' ? (
          <Button variant="primary" onClick={() => void bridge.restartToUpdate({})}>
            {text('settings.updates.restart')}
          </Button>
        ) : (
          state.phase !== 'off' && (
            <Button
              disabled={state.phase === 'checking' || state.phase === 'downloading'}
              onClick={() => void run(bridge.checkForUpdates({}))}
            >
              {text('settings.updates.check')}
            </Button>
          )
        )}
      </Setting>
      {state.phase === 'downloading' && <Bar percent={state.percent} />}
      {state.phase === 'ready' && state.notes !== '' && <Notes version={state.version} notes={state.notes} />}
      {state.phase !== 'off' && (
        <Setting
          title={text('settings.updates.channel.title')}
          titleId={channelId}
          description={text('settings.updates.channel.description')}
        >
          <Choice
            labelledBy={channelId}
            options={UPDATE_CHANNELS.map((value) => ({ value, label: text(CHANNELS[value]) }))}
            value={channel}
            onChoose={(chosen) => void run(bridge.setUpdateChannel({ channel: chosen }))}
          />
        </Setting>
      )}
    </>
  )
}

/** The status says the number. */
function Bar({ percent }: { readonly percent: number }) {
  return (
    <div aria-hidden="true" className="mb-3 h-1 overflow-hidden rounded-full bg-hover">
      <div className="h-full bg-accent kept-fill transition-[width]" style={{ width: `${percent}%` }} />
    </div>
  )
}

/** Plain text: main has removed all markup, and React draws none. */
function Notes({ version, notes }: { readonly version: string; readonly notes: string }) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className="border-t border-line py-3">
      <h3 id={titleId} className="text-base font-medium">
        {text('settings.updates.notes', { version })}
      </h3>
      <p className="mt-1 max-h-48 overflow-y-auto text-sm wrap-anywhere whitespace-pre-wrap text-muted">{notes}</p>
    </section>
  )
}

/** `now`: epoch ms. */
export function statusText(state: UpdateState, now: number): string {
  switch (state.phase) {
    case 'off':
      return text(OFF[state.why])
    case 'idle':
      return text('settings.updates.idle')
    case 'checking':
      return text('settings.updates.checking')
    case 'current':
      return text('settings.updates.current', { time: timeWords(state.at, now, 'long') })
    case 'downloading':
      return text('settings.updates.downloading', { version: state.version, percent: state.percent })
    case 'ready':
      return text('settings.updates.ready', { version: state.version })
    case 'failed':
      return failureText(state)
    default:
      return assertNever(state)
  }
}

function failureText(failure: UpdateFailure): string {
  if (failure.problem !== 'proxy') return text(PROBLEMS[failure.problem])
  const cause = networkClause(failure.trouble)
  return failure.proxy === null
    ? text('settings.updates.problem.proxy', { cause })
    : text('settings.updates.problem.namedProxy', { cause, proxy: failure.proxy })
}

type Read = {
  readonly updates: Updates | null
  readonly run: (call: ReturnType<ReturnType<typeof useWorkspace>['bridge']['readUpdates']>) => Promise<void>
}

/** The state of updates, read again while the section is open. */
function useUpdates(): Read {
  const { bridge } = useWorkspace()
  const [updates, setUpdates] = useState<Updates | null>(null)
  const run: Read['run'] = async (call) => {
    const result = await call
    if (result.ok) setUpdates(result.value)
  }
  useEffect(() => {
    let isGone = false
    const refresh = async (): Promise<void> => {
      const result = await bridge.readUpdates({})
      if (!isGone && result.ok) setUpdates(result.value)
    }
    void refresh()
    const timer = setInterval(() => void refresh(), REFRESH_MS)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [bridge])
  return { updates, run }
}
