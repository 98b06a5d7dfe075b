import { CircleQuestionMark, createLucideIcon, Mail, MessageSquareText, Phone, type LucideIcon } from 'lucide-react'
import { memo } from 'react'
import { isChannel, type Channel } from '../shared/model.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
import { text, type TextId } from '../strings/text.ts'
import { harmlessLine } from './harmless-text.ts'

const LABELS = {
  sms: 'words.channel.sms',
  email: 'words.channel.email',
  whatsapp: 'words.channel.whatsapp',
  instagram: 'words.channel.instagram',
  facebook: 'words.channel.facebook',
  voice: 'words.channel.voice',
} as const satisfies Record<Channel, TextId>

/** The name of a channel. An unknown one is shown as the server wrote it. */
export function channelLabel(channel: string): string {
  if (isChannel(channel)) return text(LABELS[channel])
  return channel === 'unknown' || !hasVisibleText(channel) ? text('words.channel.unknown') : harmlessLine(channel)
}

type ChannelGlyphProps = {
  readonly channel: string
  /** px */
  readonly size?: number
}

/** Decorative: the channel's name is beside it or in the accessible name of its parent. */
export const ChannelGlyph = memo(function ChannelGlyph({ channel, size = 16 }: ChannelGlyphProps) {
  const Glyph = isChannel(channel) ? GLYPHS[channel] : CircleQuestionMark
  // Thin lines break up at small sizes.
  return <Glyph size={size} strokeWidth={size < 12 ? 2.5 : 2} aria-hidden="true" className="shrink-0" />
})

/* The icon set has no brand icons. These three follow its grid and line width. */
const WhatsApp = createLucideIcon('whatsapp', [
  ['path', { d: 'M3 21l1.65-3.8a9 9 0 1 1 3.4 2.9z', key: 'bubble' }],
  [
    'path',
    {
      d: 'M9 9.5c0-.5.4-1 1-1l1 2-.6.9a5 5 0 0 0 2.2 2.2l.9-.6 2 1c0 .6-.5 1-1 1A5.5 5.5 0 0 1 9 9.5z',
      key: 'receiver',
    },
  ],
])
const Instagram = createLucideIcon('instagram', [
  ['rect', { x: '3', y: '3', width: '18', height: '18', rx: '5', key: 'body' }],
  ['circle', { cx: '12', cy: '12', r: '4', key: 'lens' }],
  ['path', { d: 'M16.5 7.5h.01', key: 'light' }],
])
const Facebook = createLucideIcon('facebook', [
  ['path', { d: 'M18 2h-3a5 5 0 0 0-5 5v3H7v4h3v8h4v-8h3l1-4h-4V7a1 1 0 0 1 1-1h3z', key: 'letter' }],
])

const GLYPHS: Readonly<Record<Channel, LucideIcon>> = {
  sms: MessageSquareText,
  email: Mail,
  whatsapp: WhatsApp,
  instagram: Instagram,
  facebook: Facebook,
  voice: Phone,
}
