import { useId } from 'react'
import { GROUP_TITLES, GROUPS, PRESETS } from '../../commands/command.ts'
import { COMMANDS } from '../../commands/registry.ts'
import { useCommandSettings } from '../../commands/settings.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { isMac, modName } from '../../ui/key-names.ts'
import { CommandKeys } from './command-keys.tsx'
import { Setting } from '../setting.tsx'

const PRESET_NAMES = { clarion: 'Clarion', gmail: 'Gmail', superhuman: 'Superhuman' } as const
const ON_OFF = [
  { value: 'on', label: text('settings.on') },
  { value: 'off', label: text('settings.off') },
] as const

/** The shortcuts on this device. */
export function KeysSection() {
  const settings = useCommandSettings()
  const presetId = useId()
  const singleId = useId()
  const hintsId = useId()
  const { setState } = useCommandSettings
  return (
    <>
      <Setting
        title={text('settings.keys.preset.title')}
        titleId={presetId}
        description={text('settings.keys.preset.description')}
      >
        <Choice
          labelledBy={presetId}
          options={PRESETS.map((value) => ({ value, label: PRESET_NAMES[value] }))}
          value={settings.preset}
          onChoose={(preset) => setState({ preset })}
        />
      </Setting>
      <Setting
        title={text('settings.keys.single.title')}
        titleId={singleId}
        description={text('settings.keys.single.description', { mod: modName(isMac()) })}
      >
        <Choice
          labelledBy={singleId}
          options={ON_OFF}
          value={settings.hasSingleKeys ? 'on' : 'off'}
          onChoose={(value) => setState({ hasSingleKeys: value === 'on' })}
        />
      </Setting>
      <Setting
        title={text('settings.keys.hints.title')}
        titleId={hintsId}
        description={text('settings.keys.hints.description')}
      >
        <Choice
          labelledBy={hintsId}
          options={ON_OFF}
          value={settings.hasHints ? 'on' : 'off'}
          onChoose={(value) => setState({ hasHints: value === 'on' })}
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
          {text('settings.keys.resetAll')}
        </Button>
      </div>
    </>
  )
}
