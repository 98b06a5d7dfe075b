import { Check } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { FIELDS } from '../commands/fields.ts'
import { undoSome } from '../commands/undo.ts'
import type { UndoStepView } from '../db/undo-journal.ts'
import { richText } from '../strings/rich-text.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { openDialog } from '../view.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { useWorkspace } from '../workspace.tsx'
import { useLastStep } from './use-last-step.ts'

/** Lists the conversations of the last change, to undo some of them. The rest can be undone later. */
export function UndoDialog() {
  const step = useLastStep()
  if (step === undefined) return null
  if (step !== null) return <Choice key={step.stepId} step={step} />
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && openDialog('none')}
      title={text('bulk.undo.title')}
      description={text('bulk.undo.nothing')}
    />
  )
}

function Choice({ step }: { readonly step: UndoStepView }) {
  const open = useWorkspace()
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState(0)
  const { rows, hiddenCount, field, doneAt } = step
  const toggle = (id: string): void => {
    const next = new Set(chosenIds)
    if (!next.delete(id)) next.add(id)
    setChosenIds(next)
  }
  const undo = (): void => {
    if (chosenIds.size === 0) return
    openDialog('none')
    void undoSome(open, step, chosenIds)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active]
    if (event.key === 'ArrowDown' || event.key === 'j') setActive(Math.min(active + 1, rows.length - 1))
    else if (event.key === 'ArrowUp' || event.key === 'k') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Home') setActive(0)
    else if (event.key === 'End') setActive(rows.length - 1)
    else if ((event.key === ' ' || event.key === 'x') && row !== undefined) toggle(row.conversationId)
    else if (event.key === 'Enter') undo()
    else return
    event.preventDefault()
  }
  const { describe } = FIELDS[field]
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && openDialog('none')}
      title={text('bulk.undo.title')}
      description={richText('bulk.undo.help', { ago: <TimeAgo at={doneAt} format="long" /> })}
      footer={
        <>
          <Button onClick={() => openDialog('none')}>{text('bulk.cancel')}</Button>
          <Button variant="primary" disabled={chosenIds.size === 0} onClick={undo}>
            {chosenIds.size === 0 ? text('bulk.undo.undo') : text('bulk.undo.undoSome', { count: chosenIds.size })}
          </Button>
        </>
      }
    >
      <ul
        role="listbox"
        aria-label={text('bulk.undo.list')}
        aria-multiselectable="true"
        aria-activedescendant={`changed-${active}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="group/list -mx-2 outline-none"
      >
        {rows.map(({ conversationId, name, before, after }, index) => (
          <li
            key={conversationId}
            id={`changed-${index}`}
            ref={index === active ? scrollTo : undefined}
            role="option"
            aria-selected={chosenIds.has(conversationId)}
            onClick={() => {
              setActive(index)
              toggle(conversationId)
            }}
            className={classNames(
              'flex h-8 items-center gap-2.5 rounded-sm px-2 -outline-offset-2 outline-focus hover:bg-hover',
              chosenIds.has(conversationId) && 'bg-selected',
              index === active && 'group-focus-visible/list:outline-2',
            )}
          >
            <span
              aria-hidden="true"
              className={classNames(
                'flex size-4 shrink-0 items-center justify-center rounded-sm border',
                chosenIds.has(conversationId) ? 'border-transparent bg-accent text-on-accent' : 'border-line-strong',
              )}
            >
              {chosenIds.has(conversationId) && <Check size={12} strokeWidth={2.5} />}
            </span>
            <bdi className="min-w-0 flex-1 truncate text-left">{harmlessLine(name)}</bdi>
            <span className="max-w-1/2 shrink-0 truncate text-sm text-muted">
              {text('bulk.undo.change', { after: describe(after), before: describe(before) })}
            </span>
          </li>
        ))}
      </ul>
      {hiddenCount > 0 && <p className="pt-2 text-muted">{text('bulk.undo.more', { count: hiddenCount })}</p>}
    </Dialog>
  )
}

function scrollTo(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
