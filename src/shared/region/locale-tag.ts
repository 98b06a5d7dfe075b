/**
 * Converts a system's locale name to a BCP 47 tag, or null when this engine does not know the locale. Never throws.
 *
 *     "de_DE.UTF-8@euro" → "de-DE"    "en_US@rg=dezzzz" → "en-DE"    "C", "POSIX", "", "xx_INVALID" → null
 */
export function readLocaleTag(written: string | null | undefined): string | null {
  const [name = '', ...modifiers] = (written ?? '').trim().split('@')
  const tag = canonical(name.replace(/\..*$/, '').replaceAll('_', '-'))
  if (tag === null) return null
  const { language, region } = new Intl.Locale(tag)
  const elsewhere = /(?:^|[-;])rg[-=]([a-z]{2})zzzz/i.exec([tag, ...modifiers].join(';'))?.[1] ?? region
  return elsewhere === undefined ? language : `${language}-${elsewhere.toUpperCase()}`
}

/** The region in a tag, or for a language alone, the region with most of its speakers. */
export function regionOf(tag: string): string {
  return new Intl.Locale(tag).maximize().region ?? 'US'
}

function canonical(tag: string): string | null {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? null
  } catch {
    return null
  }
}
