type Rule = { readonly name: string; readonly finds: RegExp; readonly instead: string }

const START = String.raw`(?<=['"\`\s:!])-?`
const SIZE = String.raw`(?:\d[\w./%]*|\[[^\]]*\]|\([^)]*\)|auto|px|full)`

/** What a class must not say, because a token or a logical class says it. */
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
]

/** "12 physical side: ml-2 (use ms-, me-, ps- or pe-)", by line. */
export function brokenClassRules(source: string): readonly string[] {
  return source
    .split('\n')
    .flatMap((line, index) =>
      RULES.flatMap(({ name, finds, instead }) =>
        [...line.matchAll(finds)].map(([found]) => `${index + 1} ${name}: ${found} (use ${instead})`),
      ),
    )
}
