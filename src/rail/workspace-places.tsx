import { Boxes } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useCountingOfAll } from '../acts/use-counting.ts'
import { isStillCounting } from '../catalogue/counting.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { Guarded } from '../ui/guarded.tsx'
import { isMac, keyNames } from '../ui/key-names.ts'
import { WorkspaceMark } from '../ui/workspace-mark.tsx'
import { useView } from '../view/view.ts'
import { useOnLine } from '../words/use-is-offline.ts'
import { hueOf } from '../words/workspace-hue.ts'
import { hasAllInboxes, type LiveWorkspace, useLiveWorkspaces, useWorkspace, useWorkspaces } from '../workspace.tsx'
import { RailEntry } from './rail-entry.tsx'
import { workspaceState } from './workspace-state.ts'

/** Every workspace with its state and the number of conversations that wait there. Nothing while there is only one. */
export function WorkspacePlaces() {
  const listed = useLiveWorkspaces()
  const { workspace } = useWorkspace()
  const { choose, showAll } = useWorkspaces()
  const isAll = useView((view) => view.acting !== null)
  if (listed.length < 2) return null
  return (
    <nav
      aria-label={text('rail.workspaces')}
      className="max-h-[40%] shrink-0 overflow-y-auto border-b border-line px-2 pb-2"
    >
      <ul className="flex flex-col gap-px">
        {hasAllInboxes(listed) && <AllPlace isCurrent={isAll} onGo={showAll} />}
        {listed.map((entry, index) => (
          <li key={entry.workspace.id}>
            <Guarded
              part="workspace entry"
              of={entry.workspace.id}
              fallback={<span className="px-2 text-sm text-faint">{text('rail.brokenEntry')}</span>}
            >
              <Place
                entry={entry}
                number={index + 1}
                isCurrent={!isAll && entry.workspace.id === workspace.id}
                onGo={() => choose(entry.workspace.id)}
              />
            </Guarded>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function AllPlace({ isCurrent, onGo }: { readonly isCurrent: boolean; readonly onGo: () => void }) {
  const totals = useMerged().totals()
  const counting = useCountingOfAll(totals)
  return (
    <RailEntry
      label={text('words.allInboxes')}
      icon={<Boxes size={15} aria-hidden="true" />}
      count={totals?.counts.waiting ?? null}
      isCounting={isStillCounting(counting, 'waiting')}
      isLoud
      isCurrent={isCurrent}
      onGo={onGo}
    />
  )
}

/** The merged catalogue; renders again when it changes. */
function useMerged() {
  const { live } = useWorkspaces()
  useSyncExternalStore(live.subscribe, live.list)
  return live.merged
}

type PlaceProps = {
  readonly entry: LiveWorkspace
  /** From 1. */
  readonly number: number
  readonly isCurrent: boolean
  readonly onGo: () => void
}

function Place({ entry, number, isCurrent, onGo }: PlaceProps) {
  const { workspace, colour, waiting, needsUser } = entry
  const { words, isTrouble } = workspaceState(entry, useOnLine())
  const shortcut = useShortcut(`go-workspace-${number}`)
  const keys = shortcut === undefined ? '' : ` (${keyNames(shortcut, isMac()).join('+')})`
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'true' : undefined}
      onClick={onGo}
      title={`${workspace.name}${words === null ? '' : ` · ${words}`}${keys}`}
      className={classNames(
        'relative flex min-h-7 w-full items-center gap-2 rounded-sm px-2 py-0.5 text-start text-base',
        isCurrent ? 'bg-selected font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink',
      )}
    >
      <WorkspaceMark name={workspace.name} hue={hueOf(colour)} />
      <span className="min-w-0 flex-1 icons:sr-only">
        <bdi className="block truncate">{workspace.name}</bdi>
        {words !== null && (
          <span className={classNames('block truncate text-xs font-normal', isTrouble ? 'text-danger' : 'text-faint')}>
            <span className="sr-only">, </span>
            {words}
          </span>
        )}
      </span>
      {needsUser > 0 && (
        <span className="flex h-4 min-w-4 items-center justify-center rounded-full bg-danger-fill px-1 text-xs font-medium text-on-accent icons:absolute icons:-top-0.5 icons:end-0">
          <span aria-hidden="true">{writeNumber(needsUser)}</span>
          <span className="sr-only">, {text('rail.attention', { count: needsUser })}</span>
        </span>
      )}
      {waiting !== null && waiting > 0 && (
        <span className="text-xs text-muted icons:sr-only">
          <span className="sr-only">, </span>
          <span aria-hidden="true">{writeNumber(waiting)}</span>
          <span className="sr-only">{text('rail.waitingHere', { count: waiting })}</span>
        </span>
      )}
    </button>
  )
}
