import { useEffect, useRef, useState } from 'react'
import { readPress } from '../../commands/keys/key-handler.ts'
import { refusalOf } from '../../commands/keys/keymap.ts'
import { isTyping, type Press, spellPress } from '../../commands/keys/press.ts'
import { isMac, keyNames } from '../../ui/key-names.ts'

/** How long after a first key a second one counts as part of it, ms. */
const SECOND_KEY_MS = 900

export type KeyRecorder = {
  readonly isRecording: boolean
  /** The first of two keys, as it is drawn, while the second is waited for; null before. */
  readonly recorded: string | null
  /** Why the last key was not taken; null if it was. */
  readonly refusal: string | null
  readonly start: () => void
  readonly stop: () => void
}

/** Listens for the keys that a person wants for a command. */
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
    const why = refusalOf(presses)
    setRefusal(why)
    if (why === null) onRecorded(presses.map(spellPress).join(' '))
  }

  useEffect(() => {
    if (!isRecording) return undefined
    const timer = first === null ? undefined : setTimeout(() => finish.current([first]), SECOND_KEY_MS)
    const listen = (event: KeyboardEvent): void => {
      const press = readPress(event, isMac())
      // Ahead of everybody: Escape closes dialogs, and Tab leaves the field.
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
