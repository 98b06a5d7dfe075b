import { Check } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { FIELDS } from '../commands/fields.ts'
import { undoSome } from '../commands/undo.ts'
import { groupByWorkspace, rowKey } from '../catalogue/row-key.ts'
import type { LastStep } from '../commands/parts/last-action.ts'
import { richText } from '../strings/rich-text.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { openDialog, useView } from '../view/view.ts'
import { useLastStep } from './use-last-step.ts'
import { WorkspaceLabel } from '../acts/workspace-label.tsx'
import { shownName } from '../words/shown-name.ts'

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

function Choice({ step }: { readonly step: LastStep }) {
  const isAll = useView((view) => view.acting !== null)
  const [chosenKeys, setChosenKeys] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState(0)
  const { field, doneAt } = step
  // By row key, also in one workspace: an undo asks for the ids of each workspace.
  const rows = step.parts.flatMap(({ workspace: { workspace }, changes }) =>
    changes.rows.map((row) => ({ ...row, workspace, key: rowKey(workspace.id, row.conversationId) })),
  )
  const hiddenCount = step.parts.reduce((sum, { changes }) => sum + changes.hiddenCount, 0)
  const toggle = (key: string): void => {
    const next = new Set(chosenKeys)
    if (!next.delete(key)) next.add(key)
    setChosenKeys(next)
  }
  const undo = (): void => {
    if (chosenKeys.size === 0) return
    openDialog('none')
    const chosen = groupByWorkspace([...chosenKeys])
    const idsOf = (workspaceId: string): ReadonlySet<string> =>
      new Set(chosen.find((ids) => ids.workspaceId === workspaceId)?.conversationIds)
    const workspaces = step.parts.map(({ workspace }) => workspace)
    void undoSome(
      workspaces.filter(({ workspace }) => idsOf(workspace.id).size > 0),
      step,
      idsOf,
    )
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active]
    if (event.key === 'ArrowDown' || event.key === 'j') setActive(Math.min(active + 1, rows.length - 1))
    else if (event.key === 'ArrowUp' || event.key === 'k') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Home') setActive(0)
    else if (event.key === 'End') setActive(rows.length - 1)
    else if ((event.key === ' ' || event.key === 'x') && row !== undefined) toggle(row.key)
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
          <Button variant="primary" disabled={chosenKeys.size === 0} onClick={undo}>
            {chosenKeys.size === 0 ? text('bulk.undo.undo') : text('bulk.undo.undoSome', { count: chosenKeys.size })}
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
        {rows.map(({ key, workspace, name, before, after }, index) => (
          <li
            key={key}
            id={`changed-${index}`}
            ref={index === active ? scrollTo : undefined}
            role="option"
            aria-selected={chosenKeys.has(key)}
            onClick={() => {
              setActive(index)
              toggle(key)
            }}
            className={classNames(
              'flex h-8 items-center gap-2.5 rounded-sm px-2 -outline-offset-2 outline-focus hover:bg-hover',
              chosenKeys.has(key) && 'bg-selected',
              index === active && 'group-focus-visible/list:outline-2',
            )}
          >
            <span
              aria-hidden="true"
              className={classNames(
                'flex size-4 shrink-0 items-center justify-center rounded-sm border',
                chosenKeys.has(key) ? 'border-transparent bg-accent text-on-accent' : 'border-control',
              )}
            >
              {chosenKeys.has(key) && <Check size={12} strokeWidth={2.5} />}
            </span>
            <bdi className="min-w-0 flex-1 truncate text-match-parent">{shownName(name)}</bdi>
            {isAll && (
              <span className="flex max-w-1/4 min-w-0 text-sm text-muted">
                <WorkspaceLabel id={workspace.id} name={workspace.name} />
              </span>
            )}
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
