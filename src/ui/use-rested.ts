import { useEffect, useState } from 'react'

/** The value once it has not changed for a while, ms; null until then. For words that a screen reader must not say at every key. */
export function useRested<T>(value: T, restMs: number): T | null {
  const [rested, setRested] = useState<{ readonly value: T } | null>(null)
  useEffect(() => {
    const timeout = setTimeout(() => setRested({ value }), restMs)
    return () => clearTimeout(timeout)
  }, [value, restMs])
  return rested !== null && rested.value === value ? value : null
}
