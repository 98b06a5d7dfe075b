import { IntlMessageFormat } from 'intl-messageformat'
import type { TextLanguage } from '../language.ts'

/** The parts of a parsed message that hold text, at any depth. */
type Part = {
  readonly type: number
  readonly value?: unknown
  readonly children?: readonly Part[]
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>
}

/** `TYPE.literal` of the parser. */
const LITERAL = 0
const PLAIN = 'ABCDEFGHIJKLMNOPRSTUVWYZabcdefghijklmnoprstuvwyz'
const ACCENTED = [...'ÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞŔŠŢÛṼŴÝŽåƀçđéƒĝĥîĵķļɱñöþŕšţûṽŵýž']

/** The parsed message with changed texts. The names and kinds of its values stay. */
export function pseudoMessage(
  message: string,
  language: TextLanguage,
): IntlMessageFormat['getAst'] extends () => infer Ast ? Ast : never {
  const parse = IntlMessageFormat.__parse
  if (parse === undefined) throw new Error('this build of intl-messageformat has no parser')
  return parse(message).map((part) =>
    change(part as Part, language === 'ar-XB' ? rightToLeftText : pseudoText),
  ) as ReturnType<IntlMessageFormat['getAst']>
}

function change(part: Part, write: (text: string) => string): Part {
  const changed = (inner: Part): Part => change(inner, write)
  return {
    ...part,
    ...(part.type === LITERAL && { value: write(String(part.value)) }),
    ...(part.children !== undefined && { children: part.children.map(changed) }),
    ...(part.options !== undefined && {
      options: Object.fromEntries(
        Object.entries(part.options).map(([name, option]) => [name, { ...option, value: option.value.map(changed) }]),
      ),
    }),
  }
}

/** Each word between a right-to-left override and its end, so that "Send" reads "dneS". */
export function rightToLeftText(text: string): string {
  return text.replace(/\p{L}[\p{L}\p{M}’']*/gu, (word) => `\u{202e}${word}\u{202c}`)
}

/** With accented letters and 40 % more text: "Send" → "Šéñđ~~" */
export function pseudoText(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const accented = [...text].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('')
  const padding = '~'.repeat(Math.ceil(letters * 0.4))
  // Spaces at the ends separate the text from a value.
  return accented.replace(/\s*$/u, (space) => padding + space)
}
