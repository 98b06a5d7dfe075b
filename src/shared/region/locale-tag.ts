/**
 * The BCP 47 tag of a locale as a system writes it, or null when it names none that this engine knows. Never throws.
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

/** The region that a tag names or, for a bare language, the one where most of its speakers live. */
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
