import { useState } from 'react'

/** A number stored on this device, such as the width of a pane. An invalid stored value counts as none. */
export function useStoredNumber(name: string, initial: number): [number, (value: number) => void] {
  const [value, setValue] = useState(() => {
    const stored = Number(localStorage.getItem(name) ?? Number.NaN)
    return Number.isFinite(stored) ? stored : initial
  })
  const store = (next: number) => {
    setValue(next)
    localStorage.setItem(name, String(next))
  }
  return [value, store]
}
