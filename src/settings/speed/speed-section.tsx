import { Copy } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { nameOf } from '../../commands/keys/keymap.ts'
import { findCommand } from '../../commands/registry.ts'
import { useCommandSettings } from '../../commands/settings.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import {
  COLUMNS,
  type Fact,
  frameFacts,
  type KeyRow,
  keyRows,
  memoryFacts,
  sinceWords,
  type Speed,
  speedText,
  startFacts,
} from './speed-words.ts'
import { useSpeed } from './use-speed.ts'

const CELL = 'border-b border-line py-1.5 not-last:pe-4'
const HEAD = 'border-b border-line-strong py-1.5 font-medium not-last:pe-4 text-faint'

/** How fast the app is on this computer: keys, the start, memory. */
export function SpeedSection() {
  const speed = useSpeed()
  if (speed === null) return null
  return (
    <>
      <p className="max-w-prose text-sm text-muted">{text('settings.speed.intro')}</p>
      <CopyAsText speed={speed} />
      <Part title={text('settings.speed.keys.title')} hint={text('settings.speed.keys.hint')}>
        <Keys rows={keyRows(speed.keys, commandName)} />
        <Facts facts={frameFacts(speed)} />
      </Part>
      <Part title={text('settings.speed.start.title')} hint={sinceWords(speed.start)}>
        <Facts facts={startFacts(speed.start)} />
      </Part>
      <Part title={text('settings.speed.memory.title')} hint={text('settings.speed.memory.hint')}>
        <Facts facts={memoryFacts(speed)} />
      </Part>
    </>
  )
}

function commandName(commandId: string): string {
  const command = findCommand(commandId)
  return command === undefined ? commandId : nameOf(command, useCommandSettings.getState())
}

function CopyAsText({ speed }: { readonly speed: Speed }) {
  const [outcome, setOutcome] = useState('')
  const copy = (): void => {
    const isCopied = copyText(speedText(speed, commandName, navigator.userAgent))
    setOutcome(text(isCopied ? 'settings.speed.copied' : 'settings.speed.notCopied'))
  }
  return (
    <div className="flex items-center gap-2 py-3">
      <Button size="sm" icon={<Copy size={14} />} onClick={copy}>
        {text('settings.speed.copy')}
      </Button>
      <p role="status" className="text-sm text-muted">
        {outcome}
      </p>
    </div>
  )
}

type PartProps = { readonly title: string; readonly hint: string; readonly children: ReactNode }

function Part({ title, hint, children }: PartProps) {
  return (
    <section aria-label={title} className="border-t border-line py-3">
      <h3 className="text-base font-medium">{title}</h3>
      <p className="pb-2 text-sm text-muted">{hint}</p>
      {children}
    </section>
  )
}

function Keys({ rows }: { readonly rows: readonly KeyRow[] }) {
  if (rows.length === 0)
    return <p className="py-4 text-center text-base text-faint">{text('settings.speed.keys.none')}</p>
  return (
    <table
      aria-label={text('settings.speed.keys.title')}
      className="mb-3 w-full border-separate border-spacing-0 text-start text-sm tabular-nums"
    >
      <thead>
        <tr>
          <th className={`${HEAD} text-start`}>{text(COLUMNS.command)}</th>
          {[COLUMNS.count, COLUMNS.typical, COLUMNS.slow].map((column) => (
            <th key={column} className={`${HEAD} w-24 text-end last:w-20`}>
              {text(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ commandId, name, count, typical, slow }) => (
          <tr key={commandId}>
            <td className={CELL}>{name}</td>
            <td className={`${CELL} text-end text-muted`}>{count}</td>
            <td className={`${CELL} text-end`}>{typical}</td>
            <td className={`${CELL} text-end`}>{slow}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 rounded-md bg-canvas px-4 py-3 text-base tabular-nums">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="text-end">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
