import { useId, useState } from 'react'
import { testNotice } from '../notify/notice.ts'
import { type NotificationSettings, readNotificationSettings, saveNotificationSettings } from '../notify/settings.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { agoWords } from '../ui/time-words.ts'
import { useNow } from '../ui/use-now.ts'
import { useView } from '../view.ts'
import type { Reachability } from '../view-state.ts'
import { failureSentence } from '../words/failure.ts'
import { useWorkspace } from '../workspace.tsx'
import { Setting } from './setting.tsx'

/** Whether and how this device calls its person. */
export function NotificationsSection() {
  const [settings, setSettings] = useState(() => readNotificationSettings(localStorage))
  const save = (change: Partial<NotificationSettings>): void => {
    const next = { ...settings, ...change }
    setSettings(next)
    saveNotificationSettings(localStorage, next)
  }
  return (
    <>
      <Switch
        title="Notify about new messages"
        words="One for each conversation, except the one on screen. These settings apply to all workspaces on this device."
        labels={['On', 'Off']}
        isFirst={settings.isOn}
        onChoose={(isOn) => save({ isOn })}
      />
      <Switch
        title="Notification content"
        words="Hide details from people near your screen."
        labels={['Name and text', 'No details']}
        isFirst={!settings.hidesText}
        onChoose={(isShown) => save({ hidesText: !isShown })}
      />
      <Switch
        title="Sound"
        words="Plays the system sound with each notification."
        labels={['On', 'Off']}
        isFirst={settings.hasSound}
        onChoose={(hasSound) => save({ hasSound })}
      />
      <TestNotification settings={settings} />
      <LastCheck />
    </>
  )
}

type SwitchProps = {
  readonly title: string
  readonly words?: string
  /** For true and for false. */
  readonly labels: readonly [string, string]
  readonly isFirst: boolean
  readonly onChoose: (isFirst: boolean) => void
}

function Switch({ title, words, labels, isFirst, onChoose }: SwitchProps) {
  const titleId = useId()
  const options = [
    { value: 'first', label: labels[0] },
    { value: 'second', label: labels[1] },
  ] as const
  return (
    <Setting title={title} titleId={titleId} {...(words !== undefined && { words })}>
      <Choice
        labelledBy={titleId}
        options={options}
        value={isFirst ? 'first' : 'second'}
        onChoose={(value) => onChoose(value === 'first')}
      />
    </Setting>
  )
}

/** Whether a notification is seen is the system's to say, so a person has to look. */
function TestNotification({ settings }: { readonly settings: NotificationSettings }) {
  const { bridge, workspace } = useWorkspace()
  const [said, setSaid] = useState('')
  const test = async (): Promise<void> => {
    const result = await bridge.showNotification({ workspaceId: workspace.id, ...testNotice(settings) })
    setSaid(
      result.ok && result.value
        ? 'Sent. If you didn’t see it, check your system’s notification settings and Do Not Disturb.'
        : 'This system doesn’t support notifications.',
    )
  }
  return (
    <Setting title="Test notification" words={<span role="status">{said || 'Shows one with these settings.'}</span>}>
      <Button onClick={() => void test()}>Send test notification</Button>
    </Setting>
  )
}

function LastCheck() {
  const reachability = useView((view) => view.reachability)
  const now = useNow(5_000)
  return <Setting title="Clarion checks for new messages while it’s running" words={checkWords(reachability, now)} />
}

function checkWords({ checkedAt, failure }: Reachability, now: number): string {
  const last = checkedAt === null ? 'Not checked yet.' : `Last check ${agoWords(Math.max(0, now - checkedAt))}.`
  return failure === null ? last : `${last} ${failureSentence(failure)}`
}
