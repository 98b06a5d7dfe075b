import { IntlMessageFormat } from 'intl-messageformat'
import { PSEUDO_LANGUAGE, ruleLanguage, type TextLanguage } from '../language.ts'
import { dateFormat, numberFormat } from '../region/locale.ts'
import { pseudoMessage } from './pseudo-message.ts'

export type Values = Readonly<Record<string, unknown>>

/** Parsing a message takes a hundred times as long as formatting it, so parsed messages are kept, for one language. */
const parsed = new Map<string, IntlMessageFormat>()
let parsedLanguage: TextLanguage = 'en'

/**
 * Formats one ICU message. Plurals follow the language of the text, and the digits and separators of numbers follow the system's region.
 * Returns a string, or an array when a value is an object or a function, such as a React element.
 */
export function formatMessage(message: string, language: TextLanguage, values: Values | undefined): unknown {
  // Most messages are plain text.
  if (language !== PSEUDO_LANGUAGE && !/[{}<>']/.test(message)) return message
  if (language !== parsedLanguage) parsed.clear()
  parsedLanguage = language
  let format = parsed.get(message)
  if (format === undefined) {
    const source = language === PSEUDO_LANGUAGE ? pseudoMessage(message) : message
    format = new IntlMessageFormat(source, ruleLanguage(), undefined, { formatters: FORMATTERS })
    parsed.set(message, format)
  }
  return format.format(values as Parameters<IntlMessageFormat['format']>[0])
}

const FORMATTERS = {
  getNumberFormat: () => numberFormat(),
  getDateTimeFormat: (_: unknown, options?: Intl.DateTimeFormatOptions) => dateFormat(options ?? {}),
  getPluralRules,
}

/** Creating the rules takes much longer than using them. Ordinals have rules of their own. */
const pluralRules = new Map<string, Intl.PluralRules>()

function getPluralRules(language: string | string[] | undefined, options?: Intl.PluralRulesOptions): Intl.PluralRules {
  const name = `${String(language)} ${options?.type ?? 'cardinal'}`
  const rules = pluralRules.get(name) ?? new Intl.PluralRules(language, options)
  pluralRules.set(name, rules)
  return rules
}
