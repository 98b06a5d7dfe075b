import { normalised } from './nfc.ts'
import { asciiDigits } from '../contact/phone-number.ts'

/**
 * Folds texts for search: case, accents, widths, ligatures, letters that keyboards swap, digits of every script. Both the query and the
 * searched text are folded.
 */

/** Ranges of characters that users leave out when they type a search. */
const MARKS = new RegExp(
  [
    '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f\\u0483-\\u0489',
    // Hebrew points; Arabic vowel signs and lengthening.
    '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7',
    '\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed',
    // Soft hyphens, joiners, direction marks, fillers; emoji variation selectors and skin tones.
    '\\p{Cf}\\p{Default_Ignorable_Code_Point}\\p{Emoji_Modifier}',
  ].reduce((ranges, more) => ranges + more, '[') + ']',
  'gu',
)

/**
 * Letters that Unicode does not decompose, with the letters that users type instead. Turkish ı becomes i, like İ, so that all four are
 * one letter. Arabic and Persian keyboards have different codes for one letter; teh marbuta is often written heh. Final sigma is sigma.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ß: 'ss', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', æ: 'ae', œ: 'oe', þ: 'th', ŧ: 't', ŋ: 'n', ə: 'e' },
  ...{ ς: 'σ', ґ: 'г' },
  ...{ ى: 'ي', ی: 'ي', ې: 'ي', ے: 'ي', ک: 'ك', ڪ: 'ك', ة: 'ه', ۃ: 'ه', ە: 'ه', ہ: 'ه', ھ: 'ه', ٱ: 'ا', ں: 'ن' },
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/** Characters outside words stay, so that spaces still separate words. */
export function foldText(text: string): string {
  return foldDecomposed(decompose(text))
}

/**
 * The text with ä, ö, ü as ae, oe, ue, the German spelling without umlauts, and å, ø as aa, oe, as in Danish and Norwegian; null when
 * there are none. This is an additional spelling: Müller is found by Muller and by Mueller, but pot does not find poet.
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
  // Recomposes Hangul syllables and voiced kana: か is not が.
  return normalised(asciiDigits(folded), 'NFC')
}
