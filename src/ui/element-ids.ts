/** Ids of elements that one folder draws and another finds. Tests and bench scripts use them as literals. */
export const ELEMENT_IDS = {
  /** The list of conversations, or of search results. */
  list: 'conversations',
  /** The messages of the thread. */
  threadLog: 'thread',
  searchField: 'search',
  replyField: 'reply',
  tagField: 'tags',
  firstMessageField: 'first-message',
  /** The channels of a new conversation. */
  startChannels: 'start-channels',
  sendButton: 'send',
  sendAndResolveButton: 'send-and-resolve',
  snippetsButton: 'snippets',
  savedSearches: 'places-of-searches',
  tagViews: 'places-of-tags',
  outbox: 'outbox',
} as const
