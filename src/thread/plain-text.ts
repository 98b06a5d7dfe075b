const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Spaces of other widths: they look alike, and one of them makes an SMS twice as long. The wide one of Chinese and Japanese stays. */
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f]/g
/** Drawn as nothing, and put there by word processors and web pages. What joins emoji and letters, and what turns the direction, stays. */
// oxlint-disable-next-line no-control-regex -- they are what this is about
const NOTHINGS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff\ufff9-\ufffc]/g
const OVERRIDES = /[\u202d\u202e]/g

/** Pasted words as somebody would have typed them. */
export function plainText(pasted: string): string {
  return pasted
    .replaceAll(LINE_ENDS, '\n')
    .replaceAll(SPACES, ' ')
    .replaceAll(NOTHINGS, '')
    .replaceAll(OVERRIDES, '')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
}
