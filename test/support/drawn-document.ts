/** The parts of a document that commands use, since Node has none. */
type DrawnDocument = {
  /** The conversation whose thread is rendered; null for none. */
  readonly threadId?: () => string | null
}

/** Installs a fake document with only this rendered and nothing focused. Returns the function that removes it. */
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
