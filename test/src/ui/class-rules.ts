/** The colours that come with Tailwind. */
const PALETTE =
  '(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\\d+'

type Rule = { readonly name: string; readonly finds: RegExp; readonly instead: string }

const START = String.raw`(?<=['"\`\s:!])-?`
const SIZE = String.raw`(?:\d[\w./%]*|\[[^\]]*\]|\([^)]*\)|auto|px|full)`

/** What the code must not say, because a token or a logical class says it. */
const RULES: readonly Rule[] = [
  {
    name: 'physical side',
    finds: new RegExp(`${START}(?:scroll-)?(?:m|p)[lr]-${SIZE}`, 'g'),
    instead: 'ms-, me-, ps- or pe-',
  },
  { name: 'physical side', finds: new RegExp(`${START}(?:left|right)-${SIZE}`, 'g'), instead: 'start- or end-' },
  {
    name: 'physical side',
    finds: new RegExp(`${START}(?:border|rounded)-(?:l|r|tl|tr|bl|br)(?![\\w])[\\w[\\]./-]*`, 'g'),
    instead: 'border-s, border-e, rounded-s, rounded-se …',
  },
  {
    name: 'physical side',
    finds: new RegExp(`${START}(?:text|float|clear|origin)-(?:left|right)(?![\\w-])`, 'g'),
    instead: 'text-start, float-end …',
  },
  {
    name: 'raw colour',
    finds:
      /(?<=['"`\s:(,[_])(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})(?![\w-])|(?:rgba?|hsla?|hwb|oklab|lab|lch|color)\(|oklch\((?!var\())/gi,
    instead: 'a colour of tokens.css',
  },
  {
    name: 'raw colour',
    finds: new RegExp(
      `${START}(?:bg|text|border|outline|ring|fill|stroke|from|via|to)-(?:black|white|${PALETTE})(?![\\w])[\\w/-]*`,
      'g',
    ),
    instead: 'a colour of tokens.css',
  },
  {
    name: 'own size or duration',
    finds: new RegExp(
      `${START}(?:text|leading|tracking|font|rounded(?:-\\w+)?|duration|delay|ease|animate)-\\[[^\\]]*\\]`,
      'g',
    ),
    instead: 'a size or duration of tokens.css',
  },
  {
    name: 'own size or duration',
    finds: new RegExp(
      `${START}(?:duration|delay)-\\d+|(?:fontSize|transition|animation|transitionDuration): ?['"\`]`,
      'g',
    ),
    instead: 'a size or duration of tokens.css',
  },
]

/** "12 physical side: ml-2 (use ms-, me-, ps- or pe-)", with the line. */
export function brokenClassRules(source: string): readonly string[] {
  return RULES.flatMap(({ name, finds, instead }) =>
    [...source.matchAll(finds)].map(({ 0: found, index }) => {
      const line = source.slice(0, index).split('\n').length
      return `${line} ${name}: ${found} (use ${instead})`
    }),
  )
}
