import type { GetICUArgs } from '@schummar/icu-type-parser'
import { currentLanguage, isPseudo, type Language } from '../language.ts'
import { formatMessage, type Values } from './format-message.ts'

/** ICU messages by id. The English ones are the source, and their placeholders are the types of the values. */
type Messages = Readonly<Record<string, string>>
export type Translation<English extends Messages> = Readonly<Record<keyof English, string>>
/** A language that is missing here is English on screen: it has to be loaded before it is used. */
export type Translations<English extends Messages> = Readonly<
  Partial<Record<Exclude<Language, 'en'>, Translation<English>>>
>

/** The values that a message needs. `ICUArgument` is for plain `{name}`: write counts as `{count, number}` or with `plural`. */
export type ValuesOf<Message extends string> = GetICUArgs<
  Message,
  { ICUArgument: string; ICUNumberArgument: number; ICUDateArgument: never }
>
export type ValueArguments<Message extends string> = keyof ValuesOf<Message> extends never
  ? []
  : [values: ValuesOf<Message>]

export type Texts<English extends Messages> = {
  /** The text in the user's language. Call it anywhere, also at the top of a module of the window. */
  readonly text: <Id extends keyof English & string>(id: Id, ...values: ValueArguments<English[Id]>) => string
  /** The parts of a text with tags or with values that are not strings; the caller draws them. */
  readonly parts: (id: keyof English & string, values: Values) => readonly unknown[]
}

export function makeTexts<const English extends Messages>(
  english: English,
  translations: Translations<English>,
): Texts<English> {
  const messageOf = (id: keyof English & string): string => {
    const language = currentLanguage()
    const messages: Messages | undefined = language === 'en' || isPseudo(language) ? english : translations[language]
    return messages?.[id] ?? english[id] ?? id
  }
  return {
    text: (id, ...[values]) => String(formatMessage(messageOf(id), currentLanguage(), values as Values | undefined)),
    parts(id, values) {
      const formatted = formatMessage(messageOf(id), currentLanguage(), values)
      return Array.isArray(formatted) ? formatted : [formatted]
    },
  }
}
