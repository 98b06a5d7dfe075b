export const drill = {
  'drill.title': 'Key drill',
  'drill.progress': '{step, number} of {count, number}',
  'drill.skip': 'Skip drill',
  'drill.close': 'Close',
  'drill.undo': 'Undo',
  'drill.openPalette': 'Open command palette',
  'drill.done': 'Done.',
  'drill.doneByMouse': 'Done. The key is {key}.',
  'drill.leaveField': 'You’re in a text field: press {key} first.',
  'drill.announced': 'Key drill, {step, number} of {count, number}: {text}',
  'drill.hintFor': '{name}: next time, press {key}',
  'drill.summary.title': 'Drill finished',
  'drill.summary.text':
    '{hasKey, select, true {{key} shows all keys.} other {The command palette shows all keys.}} To practice again, run “Start the key drill”.',
  'drill.step.next':
    '{hasKey, select, true {Press {key} to select the next conversation.} other {Select a conversation in the list.}}',
  'drill.step.send':
    '{hasKey, select, true {Press {key} to reply.} other {Click the reply field.}} Write a few words and send them{hasSend, select, true { with {send}} other {}}. No one gets messages from the demo.',
  'drill.step.reply': '{hasKey, select, true {Press {key} to reply.} other {Click the reply field.}} Nothing is sent.',
  'drill.step.resolve':
    '{hasKey, select, true {Press {key} to resolve the conversation.} other {Resolve the conversation with the button above it.}} It leaves the inbox.',
  'drill.step.close':
    '{hasKey, select, true {Press {key} to close the conversation.} other {Close the conversation with the button above it.}} It leaves the inbox.',
  'drill.step.star':
    '{hasKey, select, true {Press {key} to star the conversation.} other {Star the conversation with the button above it.}} Only this device shows the star.',
  'drill.step.undo':
    '{hasKey, select, true {Press {key} to undo that.} other {Undo that with the button below.}} Every change has an undo.',
  'drill.step.palette':
    '{hasKey, select, true {Press {key} to open the command palette.} other {Open the command palette with the button below.}} It finds every command.',
  'drill.learned.next': 'next conversation',
  'drill.learned.reply': 'reply',
  'drill.learned.send': 'send',
  'drill.learned.resolve': 'resolve',
  'drill.learned.close': 'close',
  'drill.learned.star': 'star',
  'drill.learned.undo': 'undo',
  'drill.learned.palette': 'all commands',
} as const
