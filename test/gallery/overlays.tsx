import { Star, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../src/ui/button.tsx'
import { ContextMenu } from '../../src/ui/context-menu.tsx'
import { Dialog } from '../../src/ui/dialog.tsx'
import { Menu } from '../../src/ui/menu.tsx'
import { TextField } from '../../src/ui/text-field.tsx'
import { Tooltip } from '../../src/ui/tooltip.tsx'

const ignore = (): void => {}

const ITEMS = [
  { label: 'Star', icon: <Star size={14} />, shortcut: 's', onSelect: ignore },
  { label: 'Chosen', isChecked: true, onSelect: ignore },
  { label: 'Disabled', isDisabled: true, onSelect: ignore },
  { label: 'An item of many words that has less room than it needs, and is cut', onSelect: ignore },
  { label: 'Delete', icon: <Trash2 size={14} />, isDanger: true, startsGroup: true, onSelect: ignore },
]

/** Opens with the keyboard, so that the first item is highlighted. */
export function Menus() {
  const trigger = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    trigger.current?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  }, [])
  return (
    <div className="flex gap-52">
      <Menu trigger={<Button ref={trigger}>Menu</Button>} items={ITEMS} />
      <ContextMenu title="John Smith" items={ITEMS} onAsk={() => true} onClosed={ignore}>
        <p className="text-nowrap">Open a context menu</p>
      </ContextMenu>
      <Tooltip label="Star" shortcut="s">
        <Button>Tooltip</Button>
      </Tooltip>
    </div>
  )
}

export function Dialogs() {
  return (
    <Dialog
      open
      onOpenChange={ignore}
      title="Sign out of Demo?"
      description="Two messages are not sent yet."
      footer={
        <>
          <Button>Cancel</Button>
          <Button variant="danger">Sign out</Button>
        </>
      }
    >
      <TextField label="Name" defaultValue="Demo" />
    </Dialog>
  )
}
