import { create } from 'zustand'
import type { AppLink } from '../shared/app-link.ts'

type Links = {
  /** The link that the user is asked about; null for none. Another workspace may open meanwhile. */
  readonly link: AppLink | null
  /** A link that arrived meanwhile. It never replaces the first one, which the user may be about to answer. */
  readonly next: AppLink | null
}

const NO_LINKS: Links = { link: null, next: null }

export const useLinks = create<Links>()(() => NO_LINKS)

export function receiveLink(received: AppLink): void {
  useLinks.setState(({ link }) => (link === null ? { link: received } : { next: received }))
}

/** The link is opened or refused. */
export function finishLink(): void {
  useLinks.setState(({ next }) => ({ link: next, next: null }))
}
