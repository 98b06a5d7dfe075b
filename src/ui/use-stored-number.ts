import { useState } from 'react'

/** A number that this device remembers: the width of a pane. What is stored and makes no sense counts as nothing. */
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
