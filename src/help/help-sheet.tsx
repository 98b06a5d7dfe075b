import { Search } from 'lucide-react'
import { useState } from 'react'
import { GROUP_TITLES, GROUPS } from '../commands/command.ts'
import { COMMANDS } from '../commands/registry.ts'
import { useCommandSettings } from '../commands/settings.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { openDialog, openSettings } from '../view/view.ts'
import { type HelpLine, helpLines } from './help-lines.ts'

/** Every command and its current keys. */
export function HelpSheet() {
  const settings = useCommandSettings()
  const [query, setQuery] = useState('')
  const lines = helpLines(COMMANDS, settings, query)
  return (
    <Dialog open onOpenChange={(open) => !open && openDialog('none')} title={text('help.title')} size="wide">
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex shrink-0 items-center gap-3 border-b border-line px-5 py-2">
          <label className="flex min-w-0 flex-1 items-center gap-2">
            <Search size={14} aria-hidden="true" className="shrink-0 text-faint" />
            <input
              type="search"
              aria-label={text('help.search')}
              placeholder={text('help.searchPlaceholder')}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              className="h-8 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-faint"
            />
          </label>
          <Button size="sm" onClick={() => openSettings('keys')}>
            {text('help.changeKeys')}
          </Button>
        </div>
        {!settings.hasSingleKeys && (
          <p className="shrink-0 border-b border-line bg-warning-soft px-5 py-2 text-sm text-warning">
            {text('help.singleKeysOff')}
          </p>
        )}
        <div
          tabIndex={0}
          role="region"
          aria-label={text('help.shortcuts')}
          className="min-h-0 flex-1 overflow-y-auto px-5 py-4 outline-none focus-visible:shadow-[inset_0_2px_0_var(--focus)]"
        >
          {/* No fixed height: otherwise the columns would continue to the right, out of view. */}
          <div className="columns-2 gap-8 max-[640px]:columns-1">
            {GROUPS.map((group) => (
              <HelpGroup key={group} title={GROUP_TITLES[group]} lines={lines.filter((line) => line.group === group)} />
            ))}
          </div>
          {lines.length === 0 && <p className="text-base text-muted">{text('help.noMatches')}</p>}
        </div>
      </div>
    </Dialog>
  )
}

function HelpGroup({ title, lines }: { readonly title: string; readonly lines: readonly HelpLine[] }) {
  if (lines.length === 0) return null
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="pb-1 text-sm font-semibold text-muted">{title}</h3>
      <dl>
        {lines.map(({ id, title: name, keys, keyless }) => (
          <div key={id} className="flex min-h-7 items-center gap-3 border-b border-line py-1 last:border-b-0">
            <dt className="min-w-0 flex-1">{name}</dt>
            <dd className="flex shrink-0 flex-wrap items-center justify-end gap-1.5 text-muted">
              {keys.map((spelled, index) => (
                <span key={spelled} className="flex items-center gap-1.5">
                  {index > 0 && <span className="text-xs text-faint">{text('help.or')}</span>}
                  <Kbd keys={spelled} isHeard />
                </span>
              ))}
              {keys.length === 0 && <span className="max-w-40 text-end text-xs text-faint">{keyless}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
