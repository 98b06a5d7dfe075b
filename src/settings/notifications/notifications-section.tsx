import { useId, useState } from 'react'
import { type NotificationSettings, readNotificationSettings, saveNotificationSettings } from '../../notify/settings.ts'
import { isLockedBy, readManagedHere } from '../../shared/network/managed.ts'
import { text } from '../../strings/text.ts'
import { Choice } from '../../ui/choice.tsx'
import { agoWords } from '../../ui/time-words.ts'
import { useNow } from '../../ui/use-now.ts'
import { useView } from '../../view/view.ts'
import type { Reachability } from '../../view/reachability.ts'
import { failureSentence } from '../../words/failure.ts'
import { Setting } from '../setting.tsx'
import { QuietHoursSetting } from './quiet-hours-setting.tsx'
import { SystemNotifications } from './system-notifications.tsx'

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
        title={text('settings.notifications.notify.title')}
        description={text('settings.notifications.notify.description')}
        labels={[text('settings.on'), text('settings.off')]}
        isFirst={settings.isOn}
        onChoose={(isOn) => save({ isOn })}
      />
      <Switch
        title={text('settings.notifications.content.title')}
        description={text('settings.notifications.content.description')}
        labels={[text('settings.notifications.nameAndText'), text('settings.notifications.noDetails')]}
        isFirst={!settings.hidesText}
        isManaged={isLockedBy(readManagedHere(), 'notificationDetails')}
        onChoose={(isShown) => save({ hidesText: !isShown })}
      />
      <Switch
        title={text('settings.notifications.sound.title')}
        description={text('settings.notifications.sound.description')}
        labels={[text('settings.on'), text('settings.off')]}
        isFirst={settings.hasSound}
        onChoose={(hasSound) => save({ hasSound })}
      />
      <QuietHoursSetting quietHours={settings.quietHours} onChange={(quietHours) => save({ quietHours })} />
      <SystemNotifications settings={settings} />
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
  readonly isManaged?: boolean
  readonly onChoose: (isFirst: boolean) => void
}

function Switch({ title, description, labels, isFirst, isManaged = false, onChoose }: SwitchProps) {
  const titleId = useId()
  const options = [
    { value: 'first', label: labels[0] },
    { value: 'second', label: labels[1] },
  ] as const
  return (
    <Setting title={title} titleId={titleId} isManaged={isManaged} {...(description !== undefined && { description })}>
      <Choice
        labelledBy={titleId}
        isDisabled={isManaged}
        options={options}
        value={isFirst ? 'first' : 'second'}
        onChoose={(value) => onChoose(value === 'first')}
      />
    </Setting>
  )
}

function LastCheck() {
  const reachability = useView((view) => view.reachability)
  const now = useNow(5_000)
  return <Setting title={text('settings.notifications.check.title')} description={checkWords(reachability, now)} />
}

function checkWords({ checkedAt, failure }: Reachability, now: number): string {
  const last =
    checkedAt === null
      ? text('settings.notifications.notChecked')
      : text('settings.notifications.lastCheck', { ago: agoWords(Math.max(0, now - checkedAt)) })
  return failure === null ? last : `${last} ${failureSentence(failure)}`
}
