import { useEffect, useState } from 'react'

type Format = (phone: string) => string

let format: Format | null = null

/** Formatted numbers: formatting one takes a millisecond, and two parts of a thread show it. */
const formatted = new Map<string, string>()
const MAX_FORMATTED = 500

/** "+15551234567" as "+1 555 123 4567". The dialling plans load after first paint; until then the number is unformatted. */
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
    const known = formatted.get(phone)
    if (known !== undefined) return known
    if (formatted.size >= MAX_FORMATTED) formatted.clear()
    const text = parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
    formatted.set(phone, text)
    return text
  }
}
