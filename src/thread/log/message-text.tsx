import { useMemo } from 'react'
import { shownContent } from '../../words/shown-content.ts'
import { hasVisibleText } from '../../shared/text/visible-text.ts'
import { text } from '../../strings/text.ts'
import { collapse, lengthWords } from './collapse.ts'
import { harmlessText } from '../../words/harmless-text.ts'
import { tokenise } from './links.ts'

type MessageTextProps = {
  readonly content: string
  /** The log keeps this, because a message outside the viewport is not rendered. */
  readonly isExpanded: boolean
  readonly onExpand: (isExpanded: boolean) => void
  readonly onOpenLink: (url: string) => void
}

/** The text of a message with its links, never markup. Each line has its own direction. */
export function MessageText({ content, isExpanded, onExpand, onOpenLink }: MessageTextProps) {
  const whole = useMemo(() => harmlessText(content), [content])
  const beginning = useMemo(() => collapse(whole), [whole])
  const isCut = beginning !== null && !isExpanded
  if (!hasVisibleText(content)) return <p className="text-muted italic">{shownContent(content)}</p>
  return (
    <>
      <p dir="auto" className="cursor-text wrap-anywhere whitespace-pre-wrap select-text [unicode-bidi:plaintext]">
        <Parts text={isCut ? beginning : whole} isCut={isCut} onOpenLink={onOpenLink} />
        {isCut && '…'}
      </p>
      {beginning !== null && (
        <button
          type="button"
          aria-expanded={isExpanded}
          onClick={() => onExpand(!isExpanded)}
          className="mt-1 block rounded-sm text-sm font-medium text-accent hover:underline"
        >
          {isExpanded ? text('thread.log.showLess') : text('thread.log.showAll', { length: lengthWords(whole) })}
        </button>
      )}
    </>
  )
}

type PartsProps = Pick<MessageTextProps, 'onOpenLink'> & { readonly text: string; readonly isCut: boolean }

function Parts({ text, isCut, onOpenLink }: PartsProps) {
  const parts = useMemo(() => tokenise(text, isCut), [text, isCut])
  return parts.map((part, index) =>
    part.kind === 'text' ? part.text : <Link key={index} text={part.text} url={part.url} onOpen={onOpenLink} />,
  )
}

type LinkProps = { readonly text: string; readonly url: string; readonly onOpen: (url: string) => void }

/** The `href` is only for display and copying. The main process opens the link; this window never navigates. */
function Link({ text, url, onOpen }: LinkProps) {
  return (
    <a
      href={url}
      title={url}
      dir="ltr"
      draggable={false}
      onClick={(event) => {
        event.preventDefault()
        onOpen(url)
      }}
      onAuxClick={(event) => event.preventDefault()}
      className="cursor-pointer text-accent underline decoration-current/40 underline-offset-2 [unicode-bidi:isolate] hover:decoration-current"
    >
      {text}
    </a>
  )
}
