import { isPhone } from './address.ts'
import { harmlessLine } from './harmless-text.ts'
import { loadPhoneFormat, phoneWords, usePhoneWords } from './phone-words.ts'

/** A customer's name in one line. A customer without a name has their phone number for one, which is grouped: "+1 555 123 4567". */
export function shownName(name: string): string {
  return harmlessLine(groupedName(name))
}

/** The same, not yet cleaned for the screen. */
export function groupedName(name: string): string {
  return isNumber(name) ? phoneWords(name) : name
}

/** The same in a component, which renders again once numbers can be grouped. */
export function useShownName(name: string): string {
  usePhoneWords(isNumber(name) ? name : null)
  return shownName(name)
}

/** Loads what groups the numbers among these names. Without it, they are shown as they are. */
export async function prepareNames(names: readonly string[]): Promise<void> {
  if (names.some(isNumber)) await loadPhoneFormat().catch(() => undefined)
}

/** Only a number with its calling code can be grouped. The first character decides for nearly every name. */
function isNumber(name: string): boolean {
  return name.startsWith('+') && isPhone(name)
}
