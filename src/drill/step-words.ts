import type { FinishKeys } from '../commands/command.ts'
import { findCommand } from '../commands/registry.ts'
import { shownKeyOf } from '../commands/keys/keymap.ts'
import { useCommandSettings } from '../commands/settings.ts'
import { text, type TextId } from '../strings/text.ts'
import { isMac, keyWords } from '../ui/key-names.ts'
import { countDone, type Drill, type StepId, stepOf } from './drill.ts'

/** The commands whose keys a step teaches. */
export function commandsOf(step: StepId, finish: FinishKeys): readonly string[] {
  if (step === 'send') return ['reply', 'send']
  return step === 'resolve' ? [finish] : [step]
}

export const STEP_TEXTS = {
  next: 'drill.step.next',
  send: 'drill.step.send',
  reply: 'drill.step.reply',
  resolve: { resolve: 'drill.step.resolve', close: 'drill.step.close' },
  star: 'drill.step.star',
  undo: 'drill.step.undo',
  palette: 'drill.step.palette',
} as const satisfies Record<StepId, TextId | Record<FinishKeys, TextId>>

/** By command. */
export const SUMMARY_TEXTS: Readonly<Record<string, TextId>> = {
  next: 'drill.learned.next',
  reply: 'drill.learned.reply',
  send: 'drill.learned.send',
  resolve: 'drill.learned.resolve',
  close: 'drill.learned.close',
  star: 'drill.learned.star',
  undo: 'drill.learned.undo',
  palette: 'drill.learned.palette',
}

/** What assistive technology announces when a step is done, and at the start. Keys are spelled out. */
export function drillAnnouncement(drill: Drill): string {
  const step = stepOf(drill)
  const settings = useCommandSettings.getState()
  if (step === null) return text('drill.summary.title')
  const spoken = (id: string | undefined): string | undefined => {
    const command = id === undefined ? undefined : findCommand(id)
    const keys = command === undefined ? undefined : shownKeyOf(command, settings)
    return keys === undefined ? undefined : keyWords(keys, isMac())
  }
  const [key, send] = commandsOf(step, settings.finish).map(spoken)
  const id = STEP_TEXTS[step]
  const values = {
    hasKey: String(key !== undefined),
    key: key ?? '',
    hasSend: String(send !== undefined),
    send: send ?? '',
  }
  return text('drill.announced', {
    step: countDone(drill) + 1,
    count: drill.steps.length,
    text: text(typeof id === 'string' ? id : id[settings.finish], values),
  })
}
