import { useEffect, useState } from 'react'
import { readPhone } from '../shared/contact/phone-number.ts'

type Format = (phone: string) => string

let format: Format | null = null

/** Formatted numbers: formatting one takes a millisecond, and several parts of the window show it. */
const formatted = new Map<string, string>()
const MAX_FORMATTED = 2_000

/** "+15551234567" as "+1 555 123 4567". The dialling plans load after first paint; until then the number is unformatted. */
export function usePhoneWords(phone: string | null): string | null {
  const [, redraw] = useState(false)
  useEffect(() => {
    if (format !== null || phone === null) return
    let isCurrent = true
    void loadPhoneFormat().then(() => isCurrent && redraw(true))
    return () => {
      isCurrent = false
    }
  }, [phone])
  return phone === null ? null : phoneWords(phone)
}

/** The same outside components. A number that can't be parsed stays as it is. */
export function phoneWords(phone: string): string {
  return format === null ? phone : format(phone)
}

/** Loads the dialling plans, once. */
export async function loadPhoneFormat(): Promise<void> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  format = (phone) => {
    const known = formatted.get(phone)
    if (known !== undefined) return known
    if (formatted.size >= MAX_FORMATTED) formatted.clear()
    const grouped = parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
    const text = isSameNumber(grouped, phone) ? grouped : phone
    formatted.set(phone, text)
    return text
  }
}

/** False when the library reads a part of the text only, such as the first of two numbers. */
function isSameNumber(grouped: string, phone: string): boolean {
  const [shown, raw] = [readPhone(grouped), readPhone(phone)]
  return shown?.digits === raw?.digits && shown?.extension === raw?.extension
}
