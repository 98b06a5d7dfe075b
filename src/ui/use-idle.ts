import { useEffect, useState } from 'react'
import { untilIdle } from './until-idle.ts'

/** False until the window has had nothing to do since the component was mounted. For what the user does not look for at once. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    let isGone = false
    void untilIdle().then(() => {
      if (!isGone) setIdle(true)
    })
    return () => {
      isGone = true
    }
  }, [])
  return isIdle
}
