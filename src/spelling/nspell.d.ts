/** The part of nspell that is used. Its own types would bring those of Node into the window. */
declare module 'nspell' {
  function nspell(
    affixes: string,
    words: string,
  ): {
    correct(word: string): boolean
    suggest(word: string): string[]
  }
  export default nspell
}
