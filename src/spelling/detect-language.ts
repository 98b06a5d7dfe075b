/** Short words that are frequent in one language and rare in the others. They are far fewer than a dictionary, and no dictionary is loaded to decide. */
const MARKERS = {
  en: `
    the and you your is are have has for with this that please thanks thank hello hi dear we will can would not it of on be
    been our my they them from when what if at by how does did had there here sorry let know just could should order to
  `,
  de: `
    der das und ist nicht ich sie wir ihr ihre ihren ihnen bitte danke vielen hallo mit für auf ein eine einen haben hat
    wird werden können zu den dem im auch noch bei oder wie wenn aber guten tag freundlichen grüßen liebe sehr geehrte
  `,
  es: `
    el los las que y en un una es por para con gracias hola usted su sus lo está estamos buenos buenas días pedido favor
    como pero más si mi ha han del al cuando le señor señora
  `,
  fr: `
    le les des et est vous votre nous pour avec dans une
    bonjour merci pas je il elle ce cette au aux sur du que
  `,
  pt: `
    o os as não e você obrigado obrigada olá para com uma um
    em do da dos das seu sua por é está bom dia que
  `,
  it: `
    il gli di che è per con non una un sono
    grazie ciao buongiorno della del dei nel suo sua lei si più
  `,
  nl: `
    het een van en niet ik je u wij voor met op
    zijn bedankt hallo graag uw dat deze naar maar ook bij is
  `,
} as const

export type Detected = keyof typeof MARKERS

const SETS = (Object.keys(MARKERS) as Detected[]).map(
  (language) => [language, new Set(MARKERS[language].trim().split(/\s+/u))] as const,
)

/** UTF-16 units of the end of a text: what is being written now. */
const CONSIDERED = 2_000

/** The language of the end of a text, or null when it has no marker or the best two languages have equally many. */
export function detectLanguage(text: string): Detected | null {
  const words =
    text
      .slice(-CONSIDERED)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const [best, second] = SETS.map(([language, markers]) => ({
    language,
    count: words.filter((word) => markers.has(word)).length,
  })).toSorted((one, other) => other.count - one.count)
  return best !== undefined && best.count > (second?.count ?? 0) ? best.language : null
}
