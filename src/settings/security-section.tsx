import { useEffect, useId, useState } from 'react'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { isLockedBy, readManagedHere } from '../shared/network/managed.ts'
import { IDLE_MINUTES, type Lock, type LockSettings, type Protection } from '../shared/sealing.ts'
import { text, type TextId } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { failureCause } from '../words/failure.ts'
import { useWorkspace } from '../workspace.tsx'
import { idleMinutesOf, idleOptionOf, idleOptions } from './idle-options.ts'
import { Setting } from './setting.tsx'

const PROTECTIONS = {
  keychain: 'settings.security.keychain',
  unprotected: 'settings.security.unprotected',
  memory: 'settings.security.memory',
} as const satisfies Record<Protection, TextId>

const UNLOCKING = {
  fingerprint: 'settings.security.unlockFingerprint',
  nothing: 'settings.security.unlockClick',
} as const satisfies Record<Lock['asks'], TextId>

/** When the app locks, and how the data of the open workspace is protected on this device. */
export function SecuritySection() {
  const { bridge, protection } = useWorkspace()
  const lockKey = useShortcut('lock')
  const { lock, problem, save } = useLock()
  const [autoId, withSystemId] = [useId(), useId()]
  if (lock === null) return null
  const isAutoManaged = isLockedBy(readManagedHere(), 'lockAfterIdleMinutes')
  const isSystemManaged = isLockedBy(readManagedHere(), 'lockWithSystem')
  return (
    <>
      <Setting
        title={text('settings.security.auto.title')}
        titleId={autoId}
        isManaged={isAutoManaged}
        description={text('settings.security.auto.description', { unlocking: text(UNLOCKING[lock.asks]) })}
      >
        <Choice
          labelledBy={autoId}
          isDisabled={isAutoManaged}
          options={idleOptions(IDLE_MINUTES)}
          value={idleOptionOf(lock.afterIdleMinutes)}
          onChoose={(option) => save({ afterIdleMinutes: idleMinutesOf(option) })}
        />
      </Setting>
      <Setting
        title={text('settings.security.withComputer.title')}
        titleId={withSystemId}
        isManaged={isSystemManaged}
        description={text('settings.security.withComputer.description')}
      >
        <Choice
          labelledBy={withSystemId}
          isDisabled={isSystemManaged}
          options={ON_OFF}
          value={lock.withSystem ? 'on' : 'off'}
          onChoose={(value) => save({ withSystem: value === 'on' })}
        />
      </Setting>
      {problem !== null && (
        <p role="alert" className="pb-3 text-sm text-danger">
          {problem}
        </p>
      )}
      <Setting title={text('settings.security.now.title')} description={text('settings.security.now.description')}>
        <Button shortcut={lockKey} onClick={() => void bridge.lockApp({})}>
          {text('settings.security.lock')}
        </Button>
      </Setting>
      <Setting
        title={text('settings.security.protection.title')}
        description={
          <span className={protection === 'unprotected' ? 'text-warning' : undefined}>
            {text(PROTECTIONS[protection])}
          </span>
        }
      />
    </>
  )
}

const ON_OFF = [
  { value: 'on', label: text('settings.on') },
  { value: 'off', label: text('settings.off') },
] as const

/** The lock's settings, which main keeps. Null while they are read. */
function useLock() {
  const { bridge } = useWorkspace()
  const [lock, setLock] = useState<Lock | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let isUnmounted = false
    void bridge.readLock({}).then((read) => {
      if (read.ok && !isUnmounted) setLock(read.value)
    })
    return () => {
      isUnmounted = true
    }
  }, [bridge])
  const save = async (change: Partial<LockSettings>): Promise<void> => {
    const saved = await bridge.setLock(change)
    if (saved.ok) setLock(saved.value)
    setProblem(saved.ok ? null : text('settings.security.failed', { cause: failureCause(saved.failure) }))
  }
  return { lock, problem, save: (change: Partial<LockSettings>): void => void save(change) }
}
