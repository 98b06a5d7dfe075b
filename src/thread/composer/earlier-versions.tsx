import { useLiveQuery } from 'dexie-react-hooks'
import { History } from 'lucide-react'
import * as Menu from 'radix-ui/dropdown-menu'
import { useState } from 'react'
import { type DraftVersion, listDraftVersions } from '../../db/draft-queries.ts'
import { text } from '../../strings/text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { timeWords } from '../../ui/time-words.ts'
import { useIdle } from '../../ui/use-idle.ts'
import { harmlessLine } from '../../words/harmless-text.ts'
import { useWorkspace } from '../../workspace.tsx'

type EarlierVersionsProps = {
  readonly conversationId: string
  /** The text of the draft. */
  readonly draft: string
  readonly onRestore: (text: string) => void
  /** Called after the menu closes, to focus the composer again. */
  readonly onClosed: () => void
}

/** Characters of a version shown in the menu. */
const PREVIEW_LENGTH = 120

/**
 * Restores an earlier version of the draft. The button is hidden while the composer still contains every version. The versions are read when
 * the window is idle, so that a user who moves on to the next conversation doesn't wait for them.
 */
export function EarlierVersions(props: EarlierVersionsProps) {
  return useIdle() && <IdleVersions {...props} />
}

function IdleVersions({ conversationId, draft, onRestore, onClosed }: EarlierVersionsProps) {
  const { db } = useWorkspace()
  const versions = useLiveQuery(() => listDraftVersions(db, conversationId), [db, conversationId])
  const lost = (versions ?? []).filter((version) => !draft.includes(version.text))
  const [now, setNow] = useState(0)
  if (lost.length === 0) return null
  return (
    <Menu.Root modal={false} onOpenChange={() => setNow(Date.now())}>
      <Menu.Trigger asChild>
        <IconButton size="sm" label={text('thread.composer.earlierVersions')} icon={<History size={14} />} />
      </Menu.Trigger>
      <Menu.Portal>
        <section aria-label={text('thread.composer.menu')}>
          <Menu.Content
            side="top"
            align="start"
            sideOffset={6}
            collisionPadding={8}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              onClosed()
            }}
            className="z-50 max-h-(--radix-dropdown-menu-content-available-height) w-80 animate-appear overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-high"
          >
            <Menu.Label className="px-2 pt-1 pb-1.5 text-xs text-faint">
              {text('thread.composer.earlierVersionsOnDevice')}
            </Menu.Label>
            {lost.map((version) => (
              <Version
                key={`${version.at} ${version.text}`}
                version={version}
                now={now}
                onSelect={() => onRestore(version.text)}
              />
            ))}
          </Menu.Content>
        </section>
      </Menu.Portal>
    </Menu.Root>
  )
}

type VersionProps = { readonly version: DraftVersion; readonly now: number; readonly onSelect: () => void }

function Version({ version, now, onSelect }: VersionProps) {
  return (
    <Menu.Item
      onSelect={onSelect}
      className="flex items-baseline gap-2 rounded-sm px-2 py-1.5 text-base outline-none select-none data-highlighted:bg-selected"
    >
      <bdi dir="auto" className="line-clamp-2 min-w-0 flex-1 wrap-anywhere">
        {harmlessLine(version.text.slice(0, PREVIEW_LENGTH))}
      </bdi>
      <span className="shrink-0 text-xs text-faint tabular-nums">{timeWords(version.at, now, 'clock')}</span>
    </Menu.Item>
  )
}
