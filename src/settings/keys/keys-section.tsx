import { useId } from 'react'
import { GROUP_TITLES, GROUPS, PRESETS } from '../../commands/command.ts'
import { COMMANDS } from '../../commands/registry.ts'
import { useCommandSettings } from '../../commands/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { CommandKeys } from './command-keys.tsx'
import { Setting } from '../setting.tsx'

const PRESET_NAMES = { clarion: 'Clarion', gmail: 'Gmail', superhuman: 'Superhuman' } as const
const ON_OFF = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const

/** The shortcuts on this device. */
export function KeysSection() {
  const settings = useCommandSettings()
  const presetId = useId()
  const singleId = useId()
  const { setState } = useCommandSettings
  return (
    <>
      <Setting title="Shortcut preset" titleId={presetId} description="Your changes are kept when you switch.">
        <Choice
          labelledBy={presetId}
          options={PRESETS.map((value) => ({ value, label: PRESET_NAMES[value] }))}
          value={settings.preset}
          onChoose={(preset) => setState({ preset })}
        />
      </Setting>
      <Setting
        title="Single-key shortcuts"
        titleId={singleId}
        description="A letter or symbol alone runs a command while you aren’t typing. Turn this off if keys are hit by accident or by dictation. Shortcuts with Ctrl or ⌘, the arrows, Enter and Esc still work."
      >
        <Choice
          labelledBy={singleId}
          options={ON_OFF}
          value={settings.hasSingleKeys ? 'on' : 'off'}
          onChoose={(value) => setState({ hasSingleKeys: value === 'on' })}
        />
      </Setting>
      {GROUPS.map((group) => (
        <section key={group} aria-label={GROUP_TITLES[group]} className="pt-5">
          <h4 className="pb-1 text-sm font-semibold text-muted">{GROUP_TITLES[group]}</h4>
          <ul>
            {COMMANDS.filter((command) => command.group === group).map((command) => (
              <CommandKeys key={command.id} command={command} />
            ))}
          </ul>
        </section>
      ))}
      <div className="flex justify-end pt-4">
        <Button disabled={Object.keys(settings.own).length === 0} onClick={() => setState({ own: {} })}>
          Reset all shortcuts
        </Button>
      </div>
    </>
  )
}
