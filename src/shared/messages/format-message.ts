import { IntlMessageFormat } from 'intl-messageformat'
import { isPseudo, ruleLanguage, type TextLanguage } from '../language.ts'
import { dateFormat, numberFormat } from '../region/locale.ts'
import { pseudoMessage } from './pseudo-message.ts'

export type Values = Readonly<Record<string, unknown>>

/** `beforePeriod`: the value that a period follows, if there is exactly one place for it. */
type Parsed = { readonly format: IntlMessageFormat; readonly beforePeriod: string | null }

/** Parsing a message takes a hundred times as long as formatting it, so parsed messages are kept, for one language. */
const parsed = new Map<string, Parsed>()
let parsedLanguage: TextLanguage = 'en'

/**
 * Formats one ICU message. Plurals follow the language of the text, and the digits and separators of numbers follow the system's region.
 * Returns a string, or an array when a value is an object or a function, such as a React element.
 */
export function formatMessage(message: string, language: TextLanguage, values: Values | undefined): unknown {
  // Most messages are plain text.
  if (!isPseudo(language) && !/[{}<>']/.test(message)) return message
  if (language !== parsedLanguage) parsed.clear()
  parsedLanguage = language
  let known = parsed.get(message)
  if (known === undefined) {
    const source = isPseudo(language) ? pseudoMessage(message, language) : message
    const format = new IntlMessageFormat(source, ruleLanguage(), undefined, { formatters: FORMATTERS })
    known = { format, beforePeriod: valueBeforePeriod(message) }
    parsed.set(message, known)
  }
  const { format, beforePeriod } = known
  return format.format(withoutPeriod(values, beforePeriod) as Parameters<IntlMessageFormat['format']>[0])
}

function valueBeforePeriod(message: string): string | null {
  const name = /\{(\w+)\}\.(?!\.)/.exec(message)?.[1] ?? null
  return name !== null && message.split(`{${name}}`).length === 2 ? name : null
}

/** One period ends both an abbreviation and the sentence: "Checked at 5:55 a. m." */
function withoutPeriod(values: Values | undefined, name: string | null): Values | undefined {
  const value = name === null ? undefined : values?.[name]
  return name !== null && typeof value === 'string' && /[^.]\.$/.test(value)
    ? { ...values, [name]: value.slice(0, -1) }
    : values
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
