import { ruleLanguage } from '../language.ts'

type Kind = 'conjunction' | 'disjunction'

/** By language and kind. Creating a format takes much longer than using it. */
const formats = new Map<string, Intl.ListFormat>()

/** "SMS, email, and WhatsApp", or with `disjunction` "SMS, email, or WhatsApp". */
export function listText(items: readonly string[], type: Kind = 'conjunction'): string {
  const key = `${ruleLanguage()} ${type}`
  const format = formats.get(key) ?? new Intl.ListFormat(ruleLanguage(), { type })
  formats.set(key, format)
  return format.format(items)
}
