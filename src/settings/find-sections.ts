import { foldText } from '../shared/text/fold-text.ts'
import type { Section } from './sections.tsx'

/** The sections where each word of the query starts a word of the title or of `about`. All sections for an empty query. */
export function findSections<S extends Pick<Section, 'title' | 'about'>>(
  sections: readonly S[],
  query: string,
): readonly S[] {
  const words = wordsOf(query)
  return sections.filter(({ title, about }) => {
    const sectionWords = [...wordsOf(title), ...wordsOf(about)]
    return words.every((word) => sectionWords.some((sectionWord) => sectionWord.startsWith(word)))
  })
}

function wordsOf(text: string): readonly string[] {
  return foldText(text)
    .split(/[\s,;/]+/)
    .filter(Boolean)
}
