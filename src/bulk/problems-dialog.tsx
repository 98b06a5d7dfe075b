import { useState } from 'react'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog, useView } from '../view/view.ts'
import type { Problem } from '../view/view-state.ts'
import { groupProblems, type ProblemGroup } from './problem-groups.ts'
import { WorkspaceLabel } from '../acts/workspace-label.tsx'
import { shownName } from '../words/shown-name.ts'

/** Listed one by one; more are counted. */
const MAX_LISTED = 200

/** The conversations that a bulk change couldn't change, each with its reason. In All inboxes, by workspace. */
export function ProblemsDialog({ problems }: { readonly problems: readonly Problem[] }) {
  const isNoneChanged = useView((view) => view.changedBeside === 0)
  const [{ groups, hidden }] = useState(() => groupProblems(problems, MAX_LISTED))
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && openDialog('none')}
      title={text('bulk.problems.title', { count: problems.length })}
      description={text(isNoneChanged ? 'bulk.problems.noOthers' : 'bulk.problems.others')}
      footer={
        <Button variant="primary" onClick={() => openDialog('none')}>
          {text('bulk.gotIt')}
        </Button>
      }
    >
      {groups.map((group) => (
        <Group key={group.workspace?.id ?? ''} {...group} />
      ))}
      {hidden > 0 && <p className="py-1.5 text-muted">{text('bulk.problems.more', { count: hidden })}</p>}
    </Dialog>
  )
}

function Group({ workspace, lines }: ProblemGroup) {
  const id = `problems-of-${workspace?.id ?? ''}`
  return (
    <section className="not-first:pt-3">
      {workspace !== null && (
        <h3 id={id} className="pb-1 text-sm">
          <WorkspaceLabel {...workspace} />
        </h3>
      )}
      <ul
        aria-label={workspace === null ? text('bulk.problems.list') : undefined}
        aria-labelledby={workspace === null ? undefined : id}
        className="flex flex-col"
      >
        {lines.map(({ conversationId, name, why, count }) => (
          <li key={conversationId} className="flex gap-3 border-b border-line py-1.5 last:border-b-0">
            <bdi className="w-2/5 shrink-0 truncate font-medium">
              {name === null ? text('bulk.problems.nameless', { count }) : shownName(name)}
            </bdi>
            <span className="min-w-0 text-muted">{why}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
