import { Check, X } from 'lucide-react'
import { useCommandSettings } from '../commands/settings.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { undoLast } from '../commands/undo.ts'
import { isSingle } from '../commands/keys/keymap.ts'
import { richText } from '../strings/rich-text.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { openDialog } from '../view/view.ts'
import { useWorkspace } from '../workspace.tsx'
import { countDone, type Drill, type StepId, stepOf } from './drill.ts'
import { endDrill } from './memory.ts'
import { commandsOf, STEP_TEXTS, SUMMARY_TEXTS } from './step-words.ts'
import { useIsWriting } from './use-is-writing.ts'

/** One step of the drill with its key, or what was learned. */
export function DrillCard({ drill }: { readonly drill: Drill }) {
  const step = stepOf(drill)
  const count = drill.steps.length
  const done = countDone(drill)
  return (
    <section
      aria-label={text('drill.title')}
      className="@container mx-2 mb-2 animate-appear rounded-md border border-line bg-raised p-3 text-sm text-ink shadow-low"
    >
      <div className="flex flex-col gap-2">
        <div className="flex items-center gap-2">
          <h2 className="min-w-0 flex-1 truncate font-semibold">
            {text(step === null ? 'drill.summary.title' : 'drill.title')}
          </h2>
          {step !== null && (
            <span className="text-xs whitespace-nowrap text-faint">
              {text('drill.progress', { step: done + 1, count })}
            </span>
          )}
          {step !== null && (
            <IconButton
              size="sm"
              className="-my-1 -me-1"
              label={text('drill.skip')}
              icon={<X size={14} />}
              onClick={() => endDrill(drill)}
            />
          )}
        </div>
        {/* In the list, where the card is wide, it takes rows from the conversations. */}
        <div aria-hidden="true" className="flex gap-1 @min-[17rem]:hidden">
          {drill.steps.map((id) => (
            <span
              key={id}
              className={classNames('h-1 flex-1 rounded-full', drill.done[id] === undefined ? 'bg-hover' : 'bg-accent')}
            />
          ))}
        </div>
        {step === null ? <Summary drill={drill} /> : <Step drill={drill} step={step} />}
        {step === null && (
          <div className="-mb-1 flex justify-end">
            <Button size="sm" onClick={() => endDrill(drill)}>
              {text('drill.close')}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

function Step({ drill, step }: { readonly drill: Drill; readonly step: StepId }) {
  const finish = useCommandSettings((settings) => settings.finish)
  const [first = '', second = ''] = commandsOf(step, finish)
  const key = useShortcut(first)
  const send = useShortcut(second)
  const back = useShortcut('back')
  // A letter would be typed instead.
  const isWriting = useIsWriting() && key !== undefined && isSingle(key) && step !== 'send'
  const id = STEP_TEXTS[step]
  return (
    <div className="flex flex-col gap-1 @min-[17rem]:flex-row @min-[17rem]:flex-wrap @min-[17rem]:items-center @min-[17rem]:gap-x-3">
      {drill.last !== null && <LastStep drill={drill} step={drill.last} />}
      <p className="leading-5">
        {richText(typeof id === 'string' ? id : id[finish], {
          hasKey: String(key !== undefined),
          key: key === undefined ? null : <Kbd keys={key} isHeard />,
          hasSend: String(send !== undefined),
          send: send === undefined ? null : <Kbd keys={send} isHeard />,
        })}
      </p>
      {(step === 'undo' || step === 'palette') && <RunButton step={step} />}
      {isWriting && back !== undefined && (
        <p className="text-muted">{richText('drill.leaveField', { key: <Kbd keys={back} isHeard /> })}</p>
      )}
    </div>
  )
}

/** Nothing else on screen runs these. */
function RunButton({ step }: { readonly step: 'undo' | 'palette' }) {
  const open = useWorkspace()
  return (
    <Button
      size="sm"
      className="mt-1 self-start @min-[17rem]:mt-0 @min-[17rem]:self-auto"
      onClick={() => (step === 'undo' ? void undoLast(open) : openDialog('palette'))}
    >
      {text(step === 'undo' ? 'drill.undo' : 'drill.openPalette')}
    </Button>
  )
}

/** Confirms the step before. Done by mouse, it names the key. */
function LastStep({ drill, step }: { readonly drill: Drill; readonly step: StepId }) {
  const finish = useCommandSettings((settings) => settings.finish)
  const key = useShortcut(commandsOf(step, finish).at(-1) ?? '')
  const isByMouse = drill.done[step] === 'pointer' && key !== undefined
  return (
    <p className="flex items-start gap-1.5 text-success">
      <Check size={14} aria-hidden="true" className="mt-0.5 shrink-0" />
      <span>{isByMouse ? richText('drill.doneByMouse', { key: <Kbd keys={key} isHeard /> }) : text('drill.done')}</span>
    </p>
  )
}

function Summary({ drill }: { readonly drill: Drill }) {
  const help = useShortcut('help')
  const finish = useCommandSettings((settings) => settings.finish)
  const learned = drill.steps.flatMap((step) => commandsOf(step, finish))
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1">
        {learned.map((command) => (
          <Learned key={command} command={command} />
        ))}
      </dl>
      <p className="text-muted">
        {richText('drill.summary.text', {
          hasKey: String(help !== undefined),
          key: help === undefined ? null : <Kbd keys={help} isHeard />,
        })}
      </p>
    </>
  )
}

function Learned({ command }: { readonly command: string }) {
  const key = useShortcut(command)
  const id = SUMMARY_TEXTS[command]
  if (key === undefined || id === undefined) return null
  return (
    <div className="contents">
      <dt className="flex justify-end">
        <Kbd keys={key} isHeard />
      </dt>
      <dd className="min-w-0 truncate text-muted">{text(id)}</dd>
    </div>
  )
}
