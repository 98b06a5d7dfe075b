import type { FinishKeys } from '../commands/command.ts'
import { shownKeyOf } from '../commands/keys/keymap.ts'
import { findCommand } from '../commands/registry.ts'
import { useCommandSettings } from '../commands/settings.ts'
import { text, type TextId } from '../strings/text.ts'
import { Illustration } from '../ui/illustration.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { useView } from '../view/view.ts'

const FINISH_HINTS = { resolve: 'frame.hint.resolve', close: 'frame.hint.close' } as const satisfies Record<
  FinishKeys,
  TextId
>

/** `finish`: the command that finishes conversations. */
const hints = (finish: FinishKeys) => [
  { commands: ['next', 'previous'], does: text('frame.hint.move') },
  { commands: ['open'], does: text('frame.hint.open') },
  { commands: ['reply'], does: text('frame.hint.reply') },
  { commands: [finish], does: text(FINISH_HINTS[finish]) },
  { commands: ['palette'], does: text('frame.hint.commands') },
  { commands: ['help'], does: text('frame.hint.shortcuts') },
]

/** Shown beside the list while no conversation is selected: a few shortcuts. */
export function NothingSelected() {
  const hasRows = useView((view) => view.listed.count > 0)
  const finish = useCommandSettings((settings) => settings.finish)
  if (!hasRows) return null
  return (
    <div className="flex h-full flex-col items-center justify-center gap-5 pb-12 text-muted">
      <div className="flex flex-col items-center gap-4">
        <Illustration name="desk" />
        <h2 className="text-lg font-semibold text-ink">{text('frame.nothingSelected')}</h2>
      </div>
      <dl className="grid grid-cols-[auto_auto] items-center gap-x-4 gap-y-2 text-sm">
        {hints(finish).map(({ commands, does }) => (
          <Hint key={does} commands={commands} does={does} />
        ))}
      </dl>
    </div>
  )
}

/** Hidden when its commands have no keys. */
function Hint({ commands, does }: { readonly commands: readonly string[]; readonly does: string }) {
  const settings = useCommandSettings()
  const keys = commands.flatMap((id) => {
    const command = findCommand(id)
    return (command === undefined ? undefined : shownKeyOf(command, settings)) ?? []
  })
  if (keys.length === 0) return null
  return (
    <div className="contents">
      <dt className="flex justify-end gap-1">
        {keys.map((key) => (
          <Kbd key={key} keys={key} isHeard />
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  )
}
