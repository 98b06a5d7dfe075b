import { useEffect, useState } from 'react'

/** In this time a screen reader has begun to say the field, ms. Orca drops the focus of the field when that of the option follows too soon. */
const FIELD_MS = 500

/**
 * False for a moment after a dialog has opened. Orca says nothing of a field that points to an option as soon as it has the focus, and nothing
 * of its dialog, so the field points to it a moment later.
 */
export function useIsOpened(): boolean {
  const [isOpened, setOpened] = useState(false)
  useEffect(() => {
    const timeout = setTimeout(() => setOpened(true), FIELD_MS)
    return () => clearTimeout(timeout)
  }, [])
  return isOpened
}
