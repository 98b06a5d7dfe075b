import { useEffect, useId, useState } from 'react'
import type { Background, BackgroundSettings, HiddenPlace } from '../shared/lifecycle/background.ts'
import { text, type TextId } from '../strings/text.ts'
import { Choice } from '../ui/choice.tsx'
import { failureCause } from '../words/failure.ts'
import { useWorkspace } from '../workspace.tsx'
import { Setting } from './setting.tsx'

const PLACES = {
  tray: 'settings.start.keep.tray',
  dock: 'settings.start.keep.dock',
  nowhere: 'settings.start.keep.nowhere',
} as const satisfies Record<HiddenPlace, TextId>

/** What the app does without a window, on this device. */
export function StartSection() {
  const { background, problem, save } = useBackground()
  if (background === null) return null
  const { place, managed, keepsRunning, opensAtLogin, startsHidden } = background
  return (
    <>
      <OnOff
        title={text('settings.start.keep.title')}
        description={text(PLACES[place])}
        labels={[text('settings.start.keep.on'), text('settings.start.keep.off')]}
        isOn={keepsRunning}
        isManaged={managed.includes('keepsRunning')}
        isAsked={place !== 'nowhere'}
        onChoose={(isOn) => save({ keepsRunning: isOn })}
      />
      <OnOff
        title={text('settings.start.login.title')}
        description={text('settings.start.login.description')}
        labels={[text('settings.on'), text('settings.off')]}
        isOn={opensAtLogin}
        isManaged={managed.includes('opensAtLogin')}
        onChoose={(isOn) => save({ opensAtLogin: isOn })}
      />
      {opensAtLogin && place !== 'nowhere' && (
        <OnOff
          title={text('settings.start.hidden.title')}
          description={text('settings.start.hidden.description')}
          labels={[text('settings.start.hidden.on'), text('settings.start.hidden.off')]}
          isOn={startsHidden}
          isManaged={managed.includes('startsHidden')}
          onChoose={(isOn) => save({ startsHidden: isOn })}
        />
      )}
      {problem !== null && (
        <p role="alert" className="pb-3 text-sm text-danger">
          {problem}
        </p>
      )}
    </>
  )
}

type OnOffProps = {
  readonly title: string
  readonly description: string
  /** For on and off. */
  readonly labels: readonly [string, string]
  readonly isOn: boolean
  readonly isManaged: boolean
  /** False where the system leaves no choice: only the text is shown. */
  readonly isAsked?: boolean
  readonly onChoose: (isOn: boolean) => void
}

function OnOff({ title, description, labels, isOn, isManaged, isAsked = true, onChoose }: OnOffProps) {
  const titleId = useId()
  const options = [
    { value: 'on', label: labels[0] },
    { value: 'off', label: labels[1] },
  ] as const
  return (
    <Setting title={title} titleId={titleId} description={description} isManaged={isAsked && isManaged}>
      {isAsked && (
        <Choice
          labelledBy={titleId}
          isDisabled={isManaged}
          options={options}
          value={isOn ? 'on' : 'off'}
          onChoose={(value) => onChoose(value === 'on')}
        />
      )}
    </Setting>
  )
}

/** The settings, which main keeps. Null while they are read. */
function useBackground() {
  const { bridge } = useWorkspace()
  const [background, setBackground] = useState<Background | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let isUnmounted = false
    void bridge.readBackground({}).then((read) => {
      if (read.ok && !isUnmounted) setBackground(read.value)
    })
    return () => {
      isUnmounted = true
    }
  }, [bridge])
  const save = async (change: Partial<BackgroundSettings>): Promise<void> => {
    const saved = await bridge.setBackground(change)
    if (saved.ok) setBackground(saved.value)
    setProblem(saved.ok ? null : text('settings.start.failed', { cause: failureCause(saved.failure) }))
  }
  return { background, problem, save: (change: Partial<BackgroundSettings>): void => void save(change) }
}
