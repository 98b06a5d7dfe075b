import { z } from 'zod'
import type { AppLink, UnusableLink } from '../../../src/shared/app-link.ts'

export const LINK_SCHEME = 'clarion'

/**
 * Characters of a link. Browsers pass more, but a longer command line cannot be handed to the running app (`second-start.ts`), and a customer
 * reads no longer first message.
 */
export const MAX_APP_LINK = 8_000

/** Characters of a field, after decoding. */
const MAX_ID = 1_000
const MAX_WORKSPACE = 200
const MAX_TO = 320
const MAX_TEXT = 4_000

/** Controls, invisible and direction characters, half a surrogate pair, and the sign of a wrong encoding. They could hide what a link says. */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Surrogate}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}\ufffd]/u
/** A message may have lines, and joiners shape emoji and several scripts. */
const HIDDEN_IN_TEXT =
  /(?![\t\n\r\u200c\u200d\ufe0f])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Surrogate}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}\ufffd]/u

const visible = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !HIDDEN.test(text))
const workspace = visible(MAX_WORKSPACE).nullable().default(null)
const conversationLink = z.strictObject({ conversationId: visible(MAX_ID), workspace })
const composeLink = z.strictObject({
  channel: z.enum(['sms', 'email']),
  to: z
    .string()
    .max(MAX_TO)
    .refine((to) => !HIDDEN.test(to))
    .default(''),
  text: z
    .string()
    .max(MAX_TEXT)
    .refine((text) => !HIDDEN_IN_TEXT.test(text))
    .default(''),
  workspace,
})

/** Whether a text starts like a link to the app. */
export function isAppLink(text: string): boolean {
  return /^clarion:/i.test(text)
}

/**
 * What a link asks for. Throws nothing. A link that is not exactly as documented in docs/links.md is `unusable`: no part of it is used, and
 * nothing in it can be a switch, a path or a web address.
 */
export function parseLink(link: string): AppLink {
  if (link.length > MAX_APP_LINK) return unusable('tooLong')
  // Before any parser drops or decodes them.
  if (HIDDEN.test(link)) return unusable('hiddenCharacters')
  const [, host = '', path = '', query = ''] = /^clarion:\/\/([a-z]+)(?:\/([^/?#]*))?(?:\?([^?#]*))?$/i.exec(link) ?? []
  const fields = fieldsOf(query)
  if (fields === null) return unusable('unknown')
  if (host.toLowerCase() === 'conversation') {
    const conversationId = decode(path)
    return conversationId === null
      ? unusable('unknown')
      : linkOf('conversation', conversationLink.safeParse({ ...fields, conversationId }), conversationId)
  }
  if (host.toLowerCase() === 'compose' && path === '') {
    return linkOf('compose', composeLink.safeParse(fields), Object.values(fields).join(''))
  }
  return unusable('unknown')
}

type Read<T> = { readonly success: true; readonly data: T } | { readonly success: false }

function linkOf<K extends 'conversation' | 'compose', T extends object>(kind: K, read: Read<T>, text: string) {
  if (read.success) return { kind, ...read.data }
  return unusable(HIDDEN_IN_TEXT.test(text) ? 'hiddenCharacters' : 'unknown')
}

/** The fields of a query by name; null when one is broken or comes twice. A plus sign stays: phone numbers start with it. */
function fieldsOf(query: string): Readonly<Record<string, string>> | null {
  const fields = new Map<string, string>()
  for (const part of query === '' ? [] : query.split('&')) {
    const [, name = '', written = ''] = /^([a-z]+)=(.*)$/s.exec(part) ?? []
    const value = decode(written)
    if (name === '' || value === null || fields.has(name)) return null
    fields.set(name, value)
  }
  return Object.fromEntries(fields)
}

/** Null for a broken encoding. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function unusable(why: UnusableLink): AppLink {
  return { kind: 'unusable', why }
}
