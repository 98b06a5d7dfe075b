import { ruleLanguage } from '../language.ts'

/** "SMS, email, and WhatsApp", or with `disjunction` "SMS, email, or WhatsApp". */
export function listText(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(ruleLanguage(), { type }).format(items)
}
