/** As much of a document as the commands ask of one: Node has none. */
type DrawnDocument = {
  /** The conversation whose thread is drawn; null for none. */
  readonly threadId?: () => string | null
}

/** Puts a document into this process in which nothing but this is drawn, and nothing has the focus. Gives the way to take it out again. */
export function installDocument({ threadId = () => null }: DrawnDocument = {}): () => void {
  const document = {
    activeElement: null,
    getElementById: () => null,
    querySelector(selector: string) {
      const id = selector.startsWith('section') ? threadId() : null
      return id === null ? null : { dataset: { conversationId: id } }
    },
  }
  Object.assign(globalThis, { document })
  return () => void Reflect.deleteProperty(globalThis, 'document')
}
