import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { CommandButton } from '../acts/command-button.tsx'
import { PICKED_COMMANDS, pickedLabel } from '../acts/picked-commands.ts'
import { countPicked, idsPicked, type Picked } from '../catalogue/picked.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { goToList } from '../commands/panes.ts'
import { text } from '../strings/text.ts'
import { BackButton } from '../ui/back-button.tsx'
import { useView } from '../view/view.ts'
import { useWorkspace } from '../workspace.tsx'
import { followFacts, type SelectionFacts } from './selection-facts.ts'
import { SelectionPeople } from './selection-people.tsx'
import { SelectionPreview } from './selection-preview.tsx'
import { SelectionTags } from './selection-tags.tsx'

/** Replaces the thread while several conversations are selected: what they are, and what can be done with them. */
export function SelectionPane() {
  const picked = useView((view) => view.picked)
  const total = countPicked(picked)
  const facts = useFacts(picked)
  return (
    <section
      aria-label={text('bulk.selection.title')}
      data-selection
      className="@container min-h-0 min-w-0 flex-1 overflow-y-auto bg-surface"
    >
      <div className="mx-auto flex max-w-2xl flex-col gap-6 px-6 pt-4 pb-8 one:px-4">
        <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <BackButton label={text('thread.header.back')} shortcut={useShortcut('back')} onBack={goToList} />
          <div className="min-w-0 flex-1 @max-[460px]:order-first @max-[460px]:basis-full one:basis-0! one:order-none!">
            <h2 className="text-xl font-semibold one:text-lg">{text('bulk.selection.count', { count: total })}</h2>
            <p className="min-h-5 text-muted">{facts !== null && factWords(facts).join(' · ')}</p>
          </div>
          <CommandButton
            id="select-none"
            keyId="back"
            icon={<X size={14} />}
            variant="ghost"
            className="-mx-3 one:mx-0"
          />
        </header>
        <SelectionPeople picked={picked} total={total} />
        <div
          role="group"
          aria-label={text('bulk.selection.actions')}
          className="grid grid-cols-1 gap-2 @min-[480px]:grid-cols-2"
        >
          {PICKED_COMMANDS.map(({ id, Icon }) => (
            <CommandButton
              key={id}
              id={id}
              label={facts === null ? undefined : pickedLabel(id, { ...facts, total })}
              icon={<Icon size={14} className="shrink-0" />}
              className="justify-start [&>span:last-child:has(kbd)]:ms-auto @min-[480px]:@max-[600px]:[&>span:has(kbd)]:hidden"
            />
          ))}
        </div>
        {facts !== null && <SelectionTags counts={facts.tags} total={total} />}
        <SelectionPreview />
      </div>
    </section>
  )
}

/** Those of the previous selection until the new one is counted; null before the first count. */
function useFacts(picked: Picked): SelectionFacts | null {
  const { catalogue } = useWorkspace()
  const [facts, setFacts] = useState<SelectionFacts | null>(null)
  useEffect(() => followFacts({ catalogue, readKeys: () => idsPicked(picked), report: setFacts }), [catalogue, picked])
  return facts
}

function factWords({ waiting, unread, drafts }: SelectionFacts): readonly string[] {
  return [
    waiting > 0 && text('bulk.selection.waiting', { count: waiting }),
    unread > 0 && text('bulk.selection.unread', { count: unread }),
    drafts > 0 && text('bulk.selection.drafts', { count: drafts }),
  ].filter((fact) => fact !== false)
}
