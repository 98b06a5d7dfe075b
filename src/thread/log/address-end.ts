/**
 * Finds where an address in a text ends. Scripts without spaces continue right after an address, so their letters belong
 * to it only where an address can have them. The limits are in docs/decisions/0005-links.md.
 */

export type Scan = {
  /** The index after the address. */
  readonly end: number
  /** The index after the scanned text. Without an address, the search continues here. */
  readonly scanned: number
  /** False when the address contains invisible characters. */
  readonly isAddress: boolean
  /** Whether nothing was cut off the end, so that a path may follow. */
  readonly isWhole: boolean
}

const UNSPACED =
  /(?=[\p{L}\p{M}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]/u
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\ufffd]/u
const ASCII_WORD = /[A-Za-z\d]/
/** Excludes full-width and half-width forms: URL parsers convert them to plain characters, so the link would differ from its text. */
const WORD = /(?![\uff00-\uffef])[\p{L}\p{M}\p{N}]/u
const HOST_MARK = /[._-]/
const IPV6 = /\[[\da-f:.]{2,45}\]/iy
/** Common top-level domains in scripts without spaces. Text may follow them without a boundary. */
const UNSPACED_TOP =
  /^(?:中国|中國|香港|台湾|台灣|澳門|新加坡|公司|网络|網絡|网站|网址|网店|在线|中文网|手机|移动|商城|商店|商标|集团|公益|政府|政务|机构|世界|游戏|娱乐|信息|餐厅|我爱你|みんな|コム|ストア|セール|ファッション|グーグル|クラウド|アマゾン|ポイント|ไทย|คอม|한국|닷컴|닷넷|삼성)/u

export function isUnspaced(character: string): boolean {
  return UNSPACED.test(character)
}

export function isInvisible(character: string): boolean {
  return INVISIBLE.test(character)
}

/** The host that starts at `from`. */
export function hostEnd(text: string, from: number): Scan {
  IPV6.lastIndex = from
  if (IPV6.test(text)) return { end: IPV6.lastIndex, scanned: IPV6.lastIndex, isAddress: true, isWhole: true }
  const walk = makeWalk(from)
  let hasDot = false
  for (let at = from; at < text.length;) {
    const character = characterAt(text, at)
    const isWord = WORD.test(character)
    if (!isWord && !HOST_MARK.test(character) && !isInvisible(character)) break
    // `example.comを`: no top-level domain mixes scripts, so the sentence continues here.
    if (hasDot && ASCII_WORD.test(walk.last) && isUnspaced(character)) break
    hasDot ||= character === '.'
    at = walk.take(at, character, isWord)
  }
  const { scanned, visibleEnd } = walk.ends()
  const end = topLevelEnd(text, from, visibleEnd)
  return { end, scanned, isAddress: end > from && !walk.isHidden(), isWhole: end === scanned }
}

/** The end of a known top-level domain that is followed by letters without a space. */
function topLevelEnd(text: string, from: number, end: number): number {
  // Searches only the host: a text may have thousands of hosts, and searching back to its start each time is slow.
  const dot = text.slice(from, end).lastIndexOf('.')
  const label = from + dot + 1
  const top = dot > 0 ? UNSPACED_TOP.exec(text.slice(label, end)) : null
  return top === null ? end : label + top[0].length
}

/** ASCII punctuation that a path may contain. */
const PATH_MARK = /[-!#$%&'()*+,./:;=?@[\]^_{|}~]/
/** After these, a sentence may continue. */
const SENTENCE_MARK = /[.,!;:)\]}'*|]/
/** Japanese particles that start no word. */
const PARTICLE = /[をにはでのがへ]/u
const NEXT_ADDRESS = /[,;|]https?:\/\//iy
/** Removed from the end, except a bracket whose partner is inside the address. */
const TAIL = /[.,:;!?'*|)\]}\u30fb\u00b7]/
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/** The path, query and fragment after the host. `opener` is the character before the address; a quotation mark or `_` also closes it. */
export function pathEnd(text: string, from: number, opener: string): Scan {
  const walk = makeWalk(from)
  /** The segment already has letters of a script without spaces, so more may follow a digit. */
  let isMixed = false
  let slashes = 0
  for (let at = from; at < text.length;) {
    const character = characterAt(text, at)
    const isWord = WORD.test(character)
    const isMark = PATH_MARK.test(character)
    if (!isWord && !isMark && !isInvisible(character) && character !== '\u30fb' && character !== '\u00b7') break
    if (isMark && endsAt(text, at, character, opener)) break
    if (isUnspaced(character)) {
      if (!isMixed && continuesText(walk.last, character, slashes, opener)) break
      isMixed = true
    } else if (isMark) isMixed = false
    if (character === '/') slashes += 1
    at = walk.take(at, character, isWord || character === '/')
  }
  const { scanned, lastEnd } = walk.ends()
  return { end: withoutTail(text, from, lastEnd, opener), scanned, isAddress: !walk.isHidden(), isWhole: false }
}

function endsAt(text: string, at: number, character: string, opener: string): boolean {
  if (character === "'" && opener === "'") return true
  NEXT_ADDRESS.lastIndex = at
  return NEXT_ADDRESS.test(text)
}

/** Whether a letter of a script without spaces continues the sentence: after an ASCII word, the slash of the host, or a closing mark. */
function continuesText(last: string, letter: string, slashes: number, opener: string): boolean {
  if (last === '/') return slashes === 1 || PARTICLE.test(letter)
  return ASCII_WORD.test(last) || SENTENCE_MARK.test(last) || (/[_~]/.test(last) && last === opener)
}

function withoutTail(text: string, from: number, scanned: number, opener: string): number {
  const surplus = new Map(
    Object.entries(PAIRS).map(([close, open]) => [close, surplusOf(text.slice(from, scanned), open, close)]),
  )
  let end = scanned
  while (end > from) {
    const last = text.charAt(end - 1)
    const extra = surplus.get(last)
    if (extra !== undefined && extra <= 0) break
    if (!TAIL.test(last) && !(/[_~]/.test(last) && last === opener)) break
    if (extra !== undefined) surplus.set(last, extra - 1)
    end -= 1
  }
  return end
}

/** The number of `close` minus the number of `open`. */
function surplusOf(text: string, open: string, close: string): number {
  return text.split(close).length - text.split(open).length
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0)
}

/** The state of a scan. */
function makeWalk(from: number) {
  let [at, lastEnd, visibleEnd] = [from, from, from]
  let last = ''
  let isHidden = false
  let hasInvisibleAtEnd = false
  return {
    /** The last visible character. */
    get last() {
      return last
    },
    take(index: number, character: string, isEnd: boolean): number {
      at = index + character.length
      if (isInvisible(character)) hasInvisibleAtEnd = true
      else {
        isHidden ||= hasInvisibleAtEnd
        last = character
        lastEnd = at
        if (isEnd) visibleEnd = at
      }
      return at
    },
    /** Whether invisible characters are inside the address, not only at its end. */
    isHidden: () => isHidden,
    ends: () => ({ scanned: at, lastEnd, visibleEnd }),
  }
}
