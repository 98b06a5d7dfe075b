import type { ReactNode } from 'react'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { textPx } from '../shared/text/fit-labels.ts'
import { tagLabel } from '../words/tag-words.ts'
import { fitTags } from './fit-tags.ts'

/** Shown from each step of `TAG_STEPS_PX` on, and only at that step. */
const FROM = ['', 'hidden @min-[200px]:block', 'hidden @min-[264px]:block', 'hidden @min-[330px]:block'] as const
const AT = [
  '@min-[200px]:hidden',
  'hidden @min-[200px]:block @min-[264px]:hidden',
  'hidden @min-[264px]:block @min-[330px]:hidden',
  'hidden @min-[330px]:block',
] as const

/** Labels that are measured: more never fit. */
const MAX_READ = 5
/** In compact density, marks and tags share a line with the text. */
const COMPACT_SHARE = 0.5
const MAX_TITLE_LENGTH = 500

/** The first tags in one line and how many more there are, by the width of the row. Names of all of them are in the tooltip. */
export function drawTags(tags: readonly string[], usedPx: number, isCompact: boolean): ReactNode {
  if (tags.length === 0) return null
  const labels = tags.slice(0, MAX_READ).map(tagLabel)
  const shown = fitTags(labels, { usedPx, share: isCompact ? COMPACT_SHARE : 1 })
  const most = Math.max(...shown)
  return (
    <span
      title={tags.length > Math.min(...shown) ? namesOf(tags) : undefined}
      // With less room than for its first tag, the group wraps into a line that is not shown.
      style={
        isCompact ? undefined : { flexBasis: Math.min(80, textPx(labels[0] ?? '') + 16 + (tags.length > 1 ? 24 : 0)) }
      }
      className={classNames('flex max-w-full items-center gap-1', isCompact ? 'shrink-0' : 'min-w-0 grow')}
    >
      {labels.slice(0, most).map((label, index) => (
        <bdi
          key={index}
          className={classNames(
            'max-w-28 min-w-6 truncate rounded-full border border-line-strong px-1.5 leading-4 text-muted',
            FROM[shown.findIndex((count) => count > index)],
          )}
        >
          {label}
        </bdi>
      ))}
      {shown.map((count, step) =>
        tags.length > count ? (
          <span key={AT[step]} className={classNames('shrink-0 text-faint', AT[step])}>
            {text('inbox.moreTags', { count: tags.length - count })}
          </span>
        ) : null,
      )}
    </span>
  )
}

function namesOf(tags: readonly string[]): string {
  return tags.slice(0, 50).map(tagLabel).join(', ').slice(0, MAX_TITLE_LENGTH)
}
