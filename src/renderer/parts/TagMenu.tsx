// What can be done with a tag, wherever it stands: asked for beside it.
import { useRef } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { editTag } from '../state/tag.ts'

export interface TagMenuProps {
  readonly tag: string
  /** What it opens beside. */
  readonly element: HTMLElement
  readonly onClose: () => void
}

export function TagMenu({ tag, element, onClose }: TagMenuProps) {
  const beside = useRef(element)
  return (
    <Popover
      className="popover menu-popover"
      placement="bottom start"
      triggerRef={beside}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <Menu className="menu" aria-label={`Tag ${tag}`} autoFocus="first" onClose={onClose}>
        <MenuItem className="menu-item" onAction={() => editTag(tag)}>
          Rename tag…
        </MenuItem>
        <MenuItem className="menu-item" onAction={() => editTag(tag)}>
          Colour and description…
        </MenuItem>
      </Menu>
    </Popover>
  )
}
