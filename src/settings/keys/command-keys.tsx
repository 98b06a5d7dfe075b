import { Plus, RotateCcw } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Command } from '../../commands/command.ts'
import {
  holderOf,
  isSingle,
  type Keymap,
  keysOf,
  nameOf,
  withKeyAdded,
  withKeys,
  withoutOwn,
} from '../../commands/keys/keymap.ts'
import { COMMANDS } from '../../commands/registry.ts'
import { useCommandSettings } from '../../commands/settings.ts'
import { richText } from '../../strings/rich-text.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { isMac, keyWords } from '../../ui/key-names.ts'
import { useEscape } from '../use-escape.ts'
import { useKeyRecorder } from './use-key-recorder.ts'

/** One command and its shortcuts, which the user can remove, add and reset. */
export function CommandKeys({ command }: { readonly command: Command }) {
  const settings = useCommandSettings()
  const adder = useRef<HTMLButtonElement>(null)
  const [conflictingKey, setConflictingKey] = useState<string | null>(null)
  const holder = conflictingKey === null ? undefined : holderOf(conflictingKey, command, COMMANDS, settings)
  const keys = keysOf(command, settings)
  const title = nameOf(command, settings)
  const change = (next: Keymap): void => {
    useCommandSettings.setState(next)
    setConflictingKey(null)
    // The pressed button may be gone, so the focus moves to this row's Add button.
    adder.current?.focus()
  }
  useEscape(holder !== undefined, () => change(settings))
  const add = (added: string): void => change(withKeyAdded(useCommandSettings.getState(), command, added, COMMANDS))
  const recorder = useKeyRecorder((recorded) => {
    if (holderOf(recorded, command, COMMANDS, useCommandSettings.getState()) === undefined) add(recorded)
    else setConflictingKey(recorded)
  })

  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line py-1 last:border-b-0">
      <span className="min-w-40 flex-1">{title}</span>
      <span className="ms-auto flex flex-wrap items-center justify-end gap-1.5">
        {keys.map((shortcut) => (
          <Chip
            key={shortcut}
            removeLabel={text('settings.keys.remove', { keys: keyWords(shortcut, isMac()), command: title })}
            onRemove={() =>
              change(
                withKeys(
                  settings,
                  command.id,
                  keys.filter((other) => other !== shortcut),
                ),
              )
            }
          >
            <span
              className={classNames('flex', !settings.hasSingleKeys && isSingle(shortcut) && 'line-through opacity-60')}
            >
              <Kbd keys={shortcut} isHeard />
            </span>
          </Chip>
        ))}
        {keys.length === 0 && <span className="text-sm text-faint">{text('settings.keys.noShortcut')}</span>}
        <Button
          ref={adder}
          size="sm"
          variant={recorder.isRecording ? 'primary' : 'ghost'}
          icon={recorder.isRecording ? undefined : <Plus size={13} aria-hidden="true" />}
          aria-label={text('settings.keys.addFor', { command: title })}
          onClick={() => {
            setConflictingKey(null)
            recorder.start()
          }}
          onBlur={recorder.stop}
        >
          {recorder.isRecording ? (recorder.recorded ?? text('settings.keys.pressKey')) : text('settings.keys.add')}
        </Button>
        <span className={classNames(!(command.id in settings.own) && 'invisible')}>
          <IconButton
            size="sm"
            label={text('settings.keys.reset', { command: title })}
            icon={<RotateCcw size={13} />}
            onClick={() => change(withoutOwn(settings, command, COMMANDS))}
          />
        </span>
      </span>
      <span role="status" className="contents">
        {recorder.isRecording && (
          <span className="w-full text-end text-sm text-muted">{text('settings.keys.pressKeys')}</span>
        )}
        {recorder.refusal !== null && (
          <span className="w-full text-end text-sm text-danger">
            {text('settings.keys.refused', { reason: recorder.refusal })}
          </span>
        )}
        {conflictingKey !== null && holder !== undefined && (
          <span className="flex w-full flex-wrap items-center justify-end gap-2 text-sm text-warning">
            <span>
              {richText('settings.keys.taken', {
                key: <Kbd keys={conflictingKey} isHeard />,
                command: nameOf(holder, settings),
              })}
            </span>
            <Button size="sm" autoFocus onClick={() => add(conflictingKey)}>
              {text('settings.keys.useHere')}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => change(settings)}>
              {text('settings.cancel')}
            </Button>
          </span>
        )}
      </span>
    </li>
  )
}
