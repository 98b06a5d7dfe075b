import { useEffect, useState } from 'react'
import { testNotice } from '../../notify/notice.ts'
import type { NotificationSettings } from '../../notify/settings.ts'
import type { NotificationAbilities, TestOutcome } from '../../shared/notification.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { useWorkspace } from '../../workspace.tsx'
import { Setting } from '../setting.tsx'

/** What the system does with notifications, as far as it says so, and a button to try it. */
export function SystemNotifications({ settings }: { readonly settings: NotificationSettings }) {
  const { bridge, workspace } = useWorkspace()
  const [abilities, setAbilities] = useState<NotificationAbilities | null>(null)
  const [outcome, setOutcome] = useState<TestOutcome | null>(null)
  useEffect(() => {
    let isGone = false
    void bridge.readNotificationAbilities({}).then((read) => {
      if (read.ok && !isGone) setAbilities(read.value)
    })
    return () => {
      isGone = true
    }
    // The outcome of a test may change what the system is known to do.
  }, [bridge, outcome])
  const test = async (): Promise<void> => {
    setOutcome(null)
    const result = await bridge.testNotification({ workspaceId: workspace.id, ...testNotice(settings) })
    if (result.ok) setOutcome(result.value)
  }
  const isRefused = abilities?.isRefused === true
  return (
    <>
      <Setting
        title={text('settings.notifications.system.title')}
        description={
          abilities === null ? (
            ''
          ) : (
            <span className={isRefused || !abilities.isSupported ? 'text-danger' : undefined}>
              {systemWords(abilities)}
            </span>
          )
        }
      />
      <Setting
        title={text('settings.notifications.test.title')}
        description={
          <span role="status">
            {outcome === null ? text('settings.notifications.test.description') : text(OUTCOMES[outcome])}
          </span>
        }
      >
        <Button disabled={abilities?.isSupported === false} onClick={() => void test()}>
          {text('settings.notifications.sendTest')}
        </Button>
      </Setting>
    </>
  )
}

const REFUSED = {
  macos: 'settings.notifications.refused.macos',
  windows: 'settings.notifications.refused.windows',
  linux: 'settings.notifications.refused.linux',
} as const satisfies Record<NotificationAbilities['system'], string>

/** What is to be done about it stands under "Your system". */
const OUTCOMES = {
  shown: 'settings.notifications.testShown',
  silence: 'settings.notifications.testSent',
  unsupported: 'settings.notifications.unsupported',
  refused: 'settings.notifications.testRefused',
} as const satisfies Record<TestOutcome, string>

/** Says nothing that the system does not tell: whether "do not disturb" is on is not known. */
function systemWords({ isSupported, isRefused, canAnswer, system }: NotificationAbilities): string {
  if (!isSupported) return text('settings.notifications.unsupported')
  if (isRefused) return text(REFUSED[system])
  return text(canAnswer ? 'settings.notifications.system.answers' : 'settings.notifications.system.click')
}
