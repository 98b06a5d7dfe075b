import { useEffect, useState } from 'react'
import { countKept } from '../db/kept-counts.ts'
import type { Kept } from './kept-words.ts'

/** Counts once what a closed database holds. */
export function useKept(databaseName: string): Kept | 'counting' {
  const [kept, setKept] = useState<Kept | 'counting'>('counting')
  useEffect(() => {
    let isUnmounted = false
    const take = (counted: Kept): void => {
      if (!isUnmounted) setKept(counted)
    }
    countKept(databaseName).then(take, () => take('unknown'))
    return () => {
      isUnmounted = true
    }
  }, [databaseName])
  return kept
}
