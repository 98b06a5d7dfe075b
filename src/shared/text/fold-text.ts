import { normalised } from './nfc.ts'
import { asciiDigits } from '../contact/phone-number.ts'

/**
 * One spelling for all the ways in which a text may be written: case, accents, widths, ligatures, letters that keyboards swap, digits of
 * every script. Whatever is looked for and whatever it is looked for in both go through here.
 */

/** Ranges of what is left out when a word is typed to find it. */
const MARKS = new RegExp(
  [
    '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f\\u0483-\\u0489',
    // Hebrew points; Arabic vowel signs and lengthening.
    '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7',
    '\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed',
    // Soft hyphens, joiners, marks of direction, fillers; variants and skins of emoji.
    '\\p{Cf}\\p{Default_Ignorable_Code_Point}\\p{Emoji_Modifier}',
  ].reduce((ranges, more) => ranges + more, '[') + ']',
  'gu',
)

/**
 * Letters that Unicode does not decompose, by the letter that people type for them. Turkish ı is i as İ is, so that all four are one.
 * Arabic and Persian keyboards have different codes for one letter; teh marbuta is often written heh. Final sigma is sigma.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ß: 'ss', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', æ: 'ae', œ: 'oe', þ: 'th', ŧ: 't', ŋ: 'n', ə: 'e' },
  ...{ ς: 'σ', ґ: 'г' },
  ...{ ى: 'ي', ی: 'ي', ې: 'ي', ے: 'ي', ک: 'ك', ڪ: 'ك', ة: 'ه', ۃ: 'ه', ە: 'ه', ہ: 'ه', ھ: 'ه', ٱ: 'ا', ں: 'ن' },
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/** Folds a text. Characters that are in no word stay, so that a space goes on separating. */
export function foldText(text: string): string {
  return foldDecomposed(decompose(text))
}

/**
 * The text with ä, ö, ü as ae, oe, ue, as German writes them without the key, and å, ø as aa, oe, as Danish and Norwegian do; null where
 * there is none. A second spelling, and not the only one: Müller is found by Muller as well as by Mueller, but poet is not pot.
 */
export function foldTextExpanded(text: string): string | null {
  const decomposed = decompose(text)
  const expanded = decomposed
    .replace(/([aou])\u0308/g, '$1e')
    .replace(/a\u030a/g, 'aa')
    .replaceAll('ø', 'oe')
  return expanded === decomposed ? null : foldDecomposed(expanded)
}

function decompose(text: string): string {
  return normalised(text, 'NFKD').toLowerCase()
}

function foldDecomposed(text: string): string {
  const folded = text.replace(MARKS, '').replace(LETTER, (letter) => LETTERS[letter] ?? letter)
  // What is left of syllables and voiced kana comes together again: か is not が.
  return normalised(asciiDigits(folded), 'NFC')
}
