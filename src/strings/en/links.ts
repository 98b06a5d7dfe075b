export const links = {
  'links.waiting': 'A link is waiting. Finish or close this dialog to see it.',
  'links.cancel': 'Cancel',
  'links.close': 'Close',
  'links.conversation.title': 'Open this conversation?',
  'links.conversation.text': 'A link leads to the {channel} conversation with {name}.',
  'links.conversation.agree': 'Open conversation',
  'links.missing.title': 'Conversation not found',
  'links.missing.text':
    'The conversation of this link isn’t on this computer. It may belong to another workspace, or Clarion hasn’t downloaded it yet.',
  'links.workspace.title': 'Switch to {workspace}?',
  'links.workspace.conversation': 'A link leads to a conversation in this workspace.',
  'links.workspace.compose': 'A link starts a conversation in this workspace.',
  'links.workspace.agree': 'Switch workspace',
  'links.unknownWorkspace.title': 'Workspace not found',
  'links.unknownWorkspace.text': 'This link is for the workspace “{workspace}”, which isn’t on this computer.',
  'links.unusable.title': 'This link can’t be opened',
  'links.unusable.tooLong': 'It is too long. Copy it again, or ask its sender for a shorter one.',
  'links.unusable.hiddenCharacters': 'It contains hidden characters, which could disguise what it does.',
  'links.unusable.unknown':
    'Clarion doesn’t know this kind of link. It may be incomplete, or made for a newer version.',
} as const
