/** Made once: each is dear to make and cheap to use, and a thread being opened uses them for every message on screen. */
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' })
const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' })
const DAY_AND_YEAR = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** "10:42". Epoch ms. */
export function clockWords(at: number): string {
  return CLOCK.format(at)
}

/** The whole of it, for a title. Epoch ms. */
export function fullWords(at: number): string {
  return FULL.format(at)
}

/** "Friday, 15 March". Epoch ms. */
export function dateWords(at: number, isThisYear: boolean): string {
  return (isThisYear ? DAY : DAY_AND_YEAR).format(at)
}
