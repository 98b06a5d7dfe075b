import { foldText } from '../shared/text/fold-text.ts'
import type { Section } from './sections.tsx'

/** The sections in whose title or settings every word that is wanted begins one; all of them when nothing is wanted. */
export function findSections<S extends Pick<Section, 'title' | 'about'>>(
  sections: readonly S[],
  wanted: string,
): readonly S[] {
  const words = wordsOf(wanted)
  return sections.filter(({ title, about }) => {
    const own = [...wordsOf(title), ...wordsOf(about)]
    return words.every((word) => own.some((one) => one.startsWith(word)))
  })
}

function wordsOf(text: string): readonly string[] {
  return foldText(text)
    .split(/[\s,;/]+/)
    .filter(Boolean)
}
