import { useEffect, useRef, useState } from 'react'
import { readPress } from '../../commands/keys/key-handler.ts'
import { refusalOf } from '../../commands/keys/keymap.ts'
import { isTyping, type Press, spellPress } from '../../commands/keys/press.ts'
import { isMac, keyNames } from '../../ui/key-names.ts'

/** A second key within this time after the first, ms, makes a two-key shortcut. */
const SECOND_KEY_MS = 900

export type KeyRecorder = {
  readonly isRecording: boolean
  /** The first key as displayed, while waiting for a second one; otherwise null. */
  readonly recorded: string | null
  /** Why the last key was rejected; null when it was accepted. */
  readonly refusal: string | null
  readonly start: () => void
  readonly stop: () => void
}

/** Records the keys that the user presses for a command. */
export function useKeyRecorder(onRecorded: (keys: string) => void): KeyRecorder {
  const [isRecording, setRecording] = useState(false)
  const [first, setFirst] = useState<Press | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const finish = useRef<(presses: readonly Press[]) => void>(() => {})
  const stop = (): void => {
    setRecording(false)
    setFirst(null)
  }
  finish.current = (presses) => {
    stop()
    const reason = refusalOf(presses, isMac())
    setRefusal(reason)
    if (reason === null) onRecorded(presses.map(spellPress).join(' '))
  }

  useEffect(() => {
    if (!isRecording) return undefined
    const timer = first === null ? undefined : setTimeout(() => finish.current([first]), SECOND_KEY_MS)
    const listen = (event: KeyboardEvent): void => {
      const press = readPress(event, isMac())
      // Captured first: otherwise Escape closes the dialog and Tab moves the focus.
      event.preventDefault()
      event.stopImmediatePropagation()
      if (press === null || event.repeat) return
      if (press.key === 'Escape') return stop()
      if (first !== null) return finish.current([first, press])
      if (isTyping(press)) setFirst(press)
      else finish.current([press])
    }
    window.addEventListener('keydown', listen, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', listen, true)
    }
  }, [isRecording, first])

  return {
    isRecording,
    recorded: first === null ? null : `${keyNames(spellPress(first), isMac()).join(' ')} …`,
    refusal,
    start() {
      setRefusal(null)
      setRecording(true)
    },
    stop,
  }
}
