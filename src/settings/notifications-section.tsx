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

/** The notifications on this device. */
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
        description="One for each conversation, except the one on screen. These settings apply to all workspaces on this device."
        labels={['On', 'Off']}
        isFirst={settings.isOn}
        onChoose={(isOn) => save({ isOn })}
      />
      <Switch
        title="Notification content"
        description="Hide details from people near your screen."
        labels={['Name and text', 'No details']}
        isFirst={!settings.hidesText}
        onChoose={(isShown) => save({ hidesText: !isShown })}
      />
      <Switch
        title="Sound"
        description="Plays the system sound with each notification."
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
  readonly description?: string
  /** The labels for true and false. */
  readonly labels: readonly [string, string]
  readonly isFirst: boolean
  readonly onChoose: (isFirst: boolean) => void
}

function Switch({ title, description, labels, isFirst, onChoose }: SwitchProps) {
  const titleId = useId()
  const options = [
    { value: 'first', label: labels[0] },
    { value: 'second', label: labels[1] },
  ] as const
  return (
    <Setting title={title} titleId={titleId} {...(description !== undefined && { description })}>
      <Choice
        labelledBy={titleId}
        options={options}
        value={isFirst ? 'first' : 'second'}
        onChoose={(value) => onChoose(value === 'first')}
      />
    </Setting>
  )
}

/** Only the user can tell whether the system shows a notification, so this sends one. */
function TestNotification({ settings }: { readonly settings: NotificationSettings }) {
  const { bridge, workspace } = useWorkspace()
  const [outcome, setOutcome] = useState('')
  const test = async (): Promise<void> => {
    const result = await bridge.showNotification({ workspaceId: workspace.id, ...testNotice(settings) })
    setOutcome(
      result.ok && result.value
        ? 'Sent. If you didn’t see it, check your system’s notification settings and Do Not Disturb.'
        : 'This system doesn’t support notifications.',
    )
  }
  return (
    <Setting
      title="Test notification"
      description={<span role="status">{outcome || 'Shows one with these settings.'}</span>}
    >
      <Button onClick={() => void test()}>Send test notification</Button>
    </Setting>
  )
}

function LastCheck() {
  const reachability = useView((view) => view.reachability)
  const now = useNow(5_000)
  return (
    <Setting title="Clarion checks for new messages while it’s running" description={checkWords(reachability, now)} />
  )
}

function checkWords({ checkedAt, failure }: Reachability, now: number): string {
  const last = checkedAt === null ? 'Not checked yet.' : `Last check ${agoWords(Math.max(0, now - checkedAt))}.`
  return failure === null ? last : `${last} ${failureSentence(failure)}`
}
