import { useEffect, useState } from 'react'

type Format = (phone: string) => string

let format: Format | null = null

/** Written before: reading a number against the world's plans takes a millisecond, and two parts of a thread show it. */
const written = new Map<string, string>()
const WRITTEN_AT_MOST = 500

/** "+15551234567" as "+1 555 123 4567". The world's dialling plans are loaded after first paint; until then, as it came. */
export function usePhoneWords(phone: string | null): string | null {
  const [, redraw] = useState(false)
  useEffect(() => {
    if (format !== null || phone === null) return
    let isCurrent = true
    void loadFormat().then(() => isCurrent && redraw(true))
    return () => {
      isCurrent = false
    }
  }, [phone])
  return phone === null || format === null ? phone : format(phone)
}

async function loadFormat(): Promise<void> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  format = (phone) => {
    const known = written.get(phone)
    if (known !== undefined) return known
    if (written.size >= WRITTEN_AT_MOST) written.clear()
    const words = parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
    written.set(phone, words)
    return words
  }
}
