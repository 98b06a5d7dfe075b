/** More of them scroll, so that the header leaves room for the messages. */
const MAX_UNSCROLLED = 16

type TagLines = {
  /** The tags and the field. */
  readonly lines: string
  readonly tags: string
}

const IN_FIRST_LINE: TagLines = {
  lines: 'contents',
  tags: 'contents items-center [&>span]:max-w-40 @max-[640px]:flex @max-[640px]:min-w-0 @max-[640px]:shrink-0 @max-[640px]:gap-1.5 @max-[640px]:[&>span]:max-w-24',
}
/** As wide as its suggestions, which would else leave the header at the end of a line. */
const FIELD = '[&_input:focus]:w-44 [&_input:focus]:max-w-44'
/** Below the actions of the header, which are 96 px wide and 6 px beside, and as wide as the header. The field follows the last tag. */
const IN_LINES: TagLines = {
  lines: `flex min-w-0 basis-[calc(100%+102px)] -me-25.5 flex-wrap items-center gap-1.5 ${FIELD}`,
  tags: 'contents [&>span]:max-w-40',
}
/** In lines in a narrow thread. In a wide one, all tags have room in the first line. */
const IN_NARROW_LINES: TagLines = {
  ...IN_LINES,
  lines:
    'contents @max-[640px]:flex @max-[640px]:min-w-0 @max-[640px]:basis-[calc(100%+102px)] @max-[640px]:-me-25.5 @max-[640px]:flex-wrap @max-[640px]:items-center @max-[640px]:gap-1.5 @max-[640px]:[&_input:focus]:w-44 @max-[640px]:[&_input:focus]:max-w-44',
}
/** The field is beside them: its suggestions would be cut off inside. */
const SCROLLING: TagLines = {
  lines: `flex min-w-0 basis-[calc(100%+102px)] -me-25.5 items-end gap-1.5 [&>div]:shrink-0 ${FIELD}`,
  tags: 'flex max-h-24 min-w-0 flex-wrap items-center gap-1.5 overflow-y-auto [&>span]:max-w-40',
}

type ShownTags = {
  readonly isExpanded: boolean
  readonly count: number
  /** How many fit in the first line of a wide thread. */
  readonly fitCount: number
}

/** The classes that lay out the tags of the header. */
export function tagLines({ isExpanded, count, fitCount }: ShownTags): TagLines {
  if (!isExpanded) return IN_FIRST_LINE
  if (count > MAX_UNSCROLLED) return SCROLLING
  return count > fitCount ? IN_LINES : IN_NARROW_LINES
}
