import { memo } from 'react'
import { offeredActs } from '../../acts/allowed-acts.ts'
import type { Echo, ThreadItem } from '../../db/overlay.ts'
import type { Act } from '../../outbox/decisions.ts'
import { text } from '../../strings/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { writeDate } from '../../ui/date-words.ts'
import { useNow } from '../../ui/use-now.ts'
import { type OpStateContext, opStateWords } from '../../words/op-state.ts'
import { senderWords } from '../../words/sender.ts'
import { useIsOffline } from '../../words/use-is-offline.ts'
import { EchoLine } from './echo-line.tsx'
import { messageName } from './message-name.ts'
import { MessageText } from './message-text.tsx'

/** The actions of a bubble. The object is stable, so that bubbles do not render again. */
export type MessageActions = {
  readonly act: (act: Act, echo: Echo) => void
  readonly openLink: (url: string) => void
}

export type MessageBubbleProps = {
  /** Unique in the log; the item's own key may not be. */
  readonly rowKey: string
  readonly item: ThreadItem
  readonly customerName: string
  readonly startsGroup: boolean
  readonly endsGroup: boolean
  /** Whether a search found this message. */
  readonly isSought: boolean
  readonly isExpanded: boolean
  readonly onExpand: (key: string, isExpanded: boolean) => void
  /** For an echo: its position in the queue of the conversation. */
  readonly place: OpStateContext['place']
  readonly actions: MessageActions
  readonly position: number
  readonly total: number
}

export const MessageBubble = memo(function MessageBubble(props: MessageBubbleProps) {
  return props.item.echo === null ? <DeliveredBubble {...props} /> : <EchoBubble {...props} echo={props.item.echo} />
})

function DeliveredBubble(props: MessageBubbleProps) {
  const now = useNow(60_000)
  return <Bubble {...props} name={messageName(props.item, { customerName: props.customerName, now, state: null })} />
}

/** Our message before the server has it. It renders every second for the countdown to the next try. */
function EchoBubble(props: MessageBubbleProps & { readonly echo: Echo }) {
  const { echo, item, place, customerName } = props
  const now = useNow(1_000)
  const context = { now, isOffline: useIsOffline(), place }
  const stateText = opStateWords(echo, 'send', context)
  return (
    <Bubble {...props} name={messageName(item, { customerName, now, state: stateText })}>
      <EchoLine echo={echo} text={stateText} acts={offeredActs(echo, 'send', context)} onAct={props.actions.act} />
    </Bubble>
  )
}

type BubbleProps = MessageBubbleProps & { readonly name: string; readonly children?: React.ReactNode }

function Bubble({ item, name, children, ...props }: BubbleProps) {
  const isOurs = item.isMine || item.sender === 'assistant'
  const needsUser = item.echo?.state === 'failed' || item.echo?.state === 'asking'
  return (
    <article
      aria-label={name}
      aria-setsize={props.total}
      aria-posinset={props.position}
      className={classNames(
        'flex flex-col',
        isOurs ? 'items-end' : 'items-start',
        props.endsGroup ? 'pb-3' : item.echo === null ? 'pb-0.5' : 'pb-2',
      )}
    >
      {props.startsGroup && (
        <p aria-hidden="true" className="mb-1 flex max-w-full gap-2 px-1 text-xs text-faint">
          <bdi className="min-w-0 truncate font-medium text-muted">{senderWords(item, props.customerName)}</bdi>
          <span className="shrink-0">
            {item.at === null ? text('thread.log.timeUnknown') : writeDate(item.at, 'time')}
          </span>
        </p>
      )}
      <div
        title={item.at === null ? undefined : writeDate(item.at, 'full')}
        className={classNames(
          'max-w-[min(85%,56ch)] min-w-0 overflow-hidden rounded-lg px-3 py-2',
          isOurs ? 'bg-bubble-ours' : 'bg-bubble-theirs',
          isOurs ? !props.startsGroup && 'rounded-se-xs' : !props.startsGroup && 'rounded-ss-xs',
          isOurs ? !props.endsGroup && 'rounded-ee-xs' : !props.endsGroup && 'rounded-es-xs',
          item.echo !== null && !needsUser && 'opacity-75',
          needsUser && 'outline outline-1 -outline-offset-1 outline-danger',
          !needsUser && !props.isSought && 'forced-colors:outline-1 forced-colors:-outline-offset-1',
          props.isSought && !needsUser && 'outline outline-2 -outline-offset-2 outline-focus',
        )}
      >
        <MessageText
          content={item.content}
          isExpanded={props.isExpanded}
          onExpand={(isExpanded) => props.onExpand(props.rowKey, isExpanded)}
          onOpenLink={props.actions.openLink}
        />
      </div>
      {children}
    </article>
  )
}
