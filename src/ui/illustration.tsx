/** One picture of the family: few lines on the same ground, and one accent in the colour of the light. All on a canvas of 120 by 72. */
type Picture = {
  /** Outlines of the object. */
  readonly lines: string
  /** The accent: filled faintly, filled, or drawn as lines. */
  readonly shade?: string
  readonly fill?: string
  readonly rays?: string
}

const GROUND = 'M8 57h104M26 64h44M80 64h12'

const PICTURES = {
  sunrise: {
    lines: '',
    shade: 'M34 56a26 26 0 0 1 52 0z',
    fill: 'M44 56a16 16 0 0 1 32 0z',
    rays: 'M60 12v8M36.7 21.7l5 6M83.3 21.7l-5 6M22 42l7.4 2.4M98 42l-7.4 2.4',
  },
  openLetter: {
    lines: 'M40 57V35l8-5.5M80 57V35l-8-5.5M40 36l20 13 20-13M48 40V14a3 3 0 0 1 3-3h18a3 3 0 0 1 3 3v26',
    shade: 'M60 16a9 9 0 1 1 0 18a9 9 0 0 1 0-18z',
    rays: 'M56 25l3 3 6-6',
  },
  bench: {
    lines: 'M36 47h48M36 38h48M41 57V34M79 57V34',
    shade: 'M60 8a10 10 0 1 1 0 20a10 10 0 0 1 0-20z',
    rays: 'M60 12v6l4 3',
  },
  page: {
    lines: 'M42 57V17a3 3 0 0 1 3-3h22l10 10v33M67 14v10h10M50 32h18M50 40h12',
    shade: 'M64 52l2-8 22-22 6 6-22 22z',
    rays: 'M64 52l2-8 22-22 6 6-22 22z',
  },
  plane: {
    lines: 'M48 33l44-19-19 35-9-12zM64 37l28-23M64 37v12l5-6.5',
    shade: 'M64 37l28-23-19 35z',
    rays: 'M16 50c8 3 13-3 20-4M42 44l5-2.5',
  },
  moon: {
    lines: 'M34 20v5M31.5 22.5h5M86 14v5M83.5 16.5h5M94 36v4M92 38h4',
    shade: 'M60 10a22 22 0 1 1 0 44a22 22 0 0 1 0-44z',
    fill: 'M56 16a17 17 0 1 0 19 24a14 14 0 0 1-19-24z',
  },
  star: {
    lines: 'M28 28v5M25.5 30.5h5M92 20v5M89.5 22.5h5M88 44v4M86 46h4',
    shade: 'M60 8a22 22 0 1 1 0 44a22 22 0 0 1 0-44z',
    fill: 'M60 15l4.7 10 10.8 1.3-8 7.5 2.1 10.7L60 39.2l-9.6 5.3 2.1-10.7-8-7.5L55.3 25z',
  },
  cards: {
    lines: 'M36 57V37a3 3 0 0 1 3-3h42a3 3 0 0 1 3 3v20M42 34v-4a3 3 0 0 1 3-3h30a3 3 0 0 1 3 3v4M44 44h14M44 50h22',
    shade: 'M78 8a12 12 0 1 1 0 24a12 12 0 0 1 0-24z',
    rays: 'M72.5 20l4 4 7.5-8',
  },
  door: {
    lines: 'M42 57V14a3 3 0 0 1 3-3h30a3 3 0 0 1 3 3v43M48 57V17h24v40M54 23h12v11H54z',
    fill: 'M66 40.5a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4z',
    shade: 'M66 34.7a8 8 0 1 1 0 16a8 8 0 0 1 0-16z',
  },
  mailbox: {
    lines: 'M58 57V46M64 57V46M38 46V31a9 9 0 0 1 9-9h28a9 9 0 0 1 9 9v15zM56 46V31a9 9 0 0 0-9-9M43 34h8',
    fill: 'M72 22V9h10l-3 3.5 3 3.5H75v6z',
    shade: 'M74 4a12 12 0 1 1 0 24a12 12 0 0 1 0-24z',
  },
  bubbles: {
    lines:
      'M30 47V23a4 4 0 0 1 4-4h28a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H39zM74 31h12a4 4 0 0 1 4 4v22l-8-7H64a4 4 0 0 1-4-4',
    fill: 'M40 29a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4zM48 29a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4zM56 29a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4z',
  },
  tag: {
    lines:
      'M41 32l17-17a4 4 0 0 1 2.8-1.2H75a4 4 0 0 1 4 4V32a4 4 0 0 1-1.2 2.8L61 52a4 4 0 0 1-5.6 0L41 37.6a4 4 0 0 1 0-5.6zM53 33l8 8',
    shade: 'M70 15a8 8 0 1 1 0 16a8 8 0 0 1 0-16z',
    fill: 'M70 20a3 3 0 1 1 0 6a3 3 0 0 1 0-6z',
  },
  lens: {
    lines: 'M56 12a18 18 0 1 1 0 36a18 18 0 0 1 0-36zM69 43l15 14',
    shade: 'M56 18a12 12 0 1 1 0 24a12 12 0 0 1 0-24z',
    rays: 'M49 25a10 10 0 0 1 8-4',
  },
  bookmark: {
    lines: 'M44 57V15a3 3 0 0 1 3-3h26a3 3 0 0 1 3 3v42L60 45z',
    shade: 'M60 18a10 10 0 1 1 0 20a10 10 0 0 1 0-20z',
    rays: 'M58 22a6 6 0 1 1 0 12a6 6 0 0 1 0-12zM62.5 32.5l4 4',
  },
  desk: {
    lines:
      'M28 47V14a3 3 0 0 1 3-3h58a3 3 0 0 1 3 3v33zM52 11v36M58 20h26M58 27h17M60 47v10M48 57h24M34 32h11M34 39h11',
    shade: 'M28 17h24v9H28z',
    fill: 'M34 20h11v3H34z',
  },
  cloudOff: {
    lines: 'M42 46a11 11 0 0 1-1-22a16 16 0 0 1 31-3a12.5 12.5 0 0 1 7 25z',
    rays: 'M54 29l12 11M66 29L54 40',
  },
  download: {
    lines: 'M38 45v8a4 4 0 0 0 4 4h36a4 4 0 0 0 4-4v-8',
    shade: 'M60 9a18 18 0 1 1 0 36a18 18 0 0 1 0-36z',
    rays: 'M60 17v18M52 28l8 8 8-8',
  },
  key: {
    lines: 'M48 21a13 13 0 1 1 0 26a13 13 0 0 1 0-26zM61 34h33M86 34v9M78 34v6',
    shade: 'M48 26a8 8 0 1 1 0 16a8 8 0 0 1 0-16z',
    fill: 'M48 31a3 3 0 1 1 0 6a3 3 0 0 1 0-6z',
  },
} as const satisfies Record<string, Picture>

export type IllustrationName = keyof typeof PICTURES

/** A picture of an empty state. It is decoration: the text beside it says everything. */
export function Illustration({
  name,
  isSmall = false,
}: {
  readonly name: IllustrationName
  readonly isSmall?: boolean
}) {
  const { lines, shade, fill, rays }: Picture = PICTURES[name]
  return (
    <svg
      width={isSmall ? 80 : 120}
      height={isSmall ? 48 : 72}
      viewBox="0 0 120 72"
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="shrink-0"
    >
      {shade !== undefined && <path d={shade} className="fill-glow" opacity="0.22" />}
      {fill !== undefined && <path d={fill} className="fill-glow" />}
      <path d={lines} className="stroke-outline" />
      {rays !== undefined && <path d={rays} className="stroke-glow" />}
      <path d={GROUND} className="stroke-line-strong" />
    </svg>
  )
}
