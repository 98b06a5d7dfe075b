import { Inbox } from 'lucide-react'
import { RowFace } from '../../src/rows/row-face.tsx'
import { Avatar } from '../../src/ui/avatar.tsx'
import { Banner } from '../../src/ui/banner.tsx'
import { Button } from '../../src/ui/button.tsx'
import { Chip } from '../../src/ui/chip.tsx'
import { EmptyState } from '../../src/ui/empty-state.tsx'
import { GuardedPane } from '../../src/ui/guarded.tsx'
import { ResizeHandle } from '../../src/ui/resize-handle.tsx'
import { Skeleton } from '../../src/ui/skeleton.tsx'
import { WorkspaceMark } from '../../src/ui/workspace-mark.tsx'
import { In, Row, Varies } from './specimen.tsx'

const NAMES = ['John Smith', 'Ольга Иванова', 'Νίκος Παπάς', 'Nguyễn Ánh', '+1 555 123 4567', '🙂']
const TONES = ['neutral', 'accent', 'success', 'warning', 'danger'] as const
const LONG = 'a-tag-that-somebody-wrote-without-any-space-and-that-goes-on-for-more-than-the-chip-has-room'
const CUSTOMER = { id: 'row', name: 'John Smith', customerId: 'john', channel: 'sms' } as const

const ignore = (): void => {}

function Broken(): never {
  throw new Error('a part that cannot be drawn')
}

/** What the user reads. */
export function Content() {
  return (
    <>
      <Row name="Type">
        {(['text-xl', 'text-lg', 'text-base', 'text-sm', 'text-xs'] as const).map((size) => (
          <p key={size} className={`${size} w-full`}>
            Ink 0123456789 <span className="text-muted">muted 1111111111</span>{' '}
            <span className="text-faint">faint</span> <span className="font-medium">medium</span>{' '}
            <span className="font-semibold">semibold ÀéñőŁ Жю Ωψ</span>
          </p>
        ))}
      </Row>
      <Row name="Avatar">
        {NAMES.map((name) => (
          <Avatar key={name} name={name} seed={name} />
        ))}
        <Varies>
          <Avatar name="أحمد السيد" seed="right to left" />
        </Varies>
        <WorkspaceMark name="Demo" hue={250} size={24} />
        <WorkspaceMark name="Shop" hue={30} />
      </Row>
      <Row name="Row face">
        <RowFace row={CUSTOMER} isMarked={false} isPicked={false} isPicking={false} isCompact={false} onPick={ignore} />
        <RowFace row={CUSTOMER} isMarked={false} isPicked={false} isPicking isCompact={false} onPick={ignore} />
        <RowFace row={CUSTOMER} isMarked isPicked isPicking isCompact={false} onPick={ignore} />
        <RowFace row={CUSTOMER} isMarked={false} isPicked={false} isPicking={false} isCompact onPick={ignore} />
      </Row>
      <Row name="Chip">
        {TONES.map((tone) => (
          <Chip key={tone} tone={tone}>
            {tone}
          </Chip>
        ))}
        <Chip onRemove={ignore}>vip</Chip>
        <In state="hover">
          <Chip onRemove={ignore}>hover</Chip>
        </In>
        <In state="focus">
          <Chip onRemove={ignore}>focus</Chip>
        </In>
        <Chip onRemove={ignore}>{LONG}</Chip>
      </Row>
      <Row name="Banner">
        {(['info', 'warning', 'danger'] as const).map((tone) => (
          <div key={tone} className="w-full">
            <Banner tone={tone} action={<Button size="sm">Act</Button>}>
              Something about {tone}.
            </Banner>
          </div>
        ))}
      </Row>
      <Row name="Skeleton">
        <Skeleton isRound className="size-9" />
        <Skeleton className="h-3 w-24" />
        <div className="flex h-8">
          <ResizeHandle label="Width" width={200} min={100} max={300} onResize={ignore} />
        </div>
      </Row>
      <Row name="Broken pane">
        <GuardedPane part="specimen" of={null}>
          <Broken />
        </GuardedPane>
      </Row>
      <Row name="Empty state">
        <div className="h-60 w-full">
          <EmptyState icon={<Inbox size={22} />} title="No conversations" action={<Button>Show all</Button>}>
            New ones appear here.
          </EmptyState>
        </div>
      </Row>
    </>
  )
}
