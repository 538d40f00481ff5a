// What can be done with a tag, wherever it stands: asked for beside it.
import { editTag } from '../state/tag.ts'
import { MenuBeside } from './ChoiceMenu.tsx'

export interface TagMenuProps {
  readonly tag: string
  /** What it opens beside. */
  readonly element: HTMLElement
  readonly onClose: () => void
}

export const TagMenu = ({ tag, element, onClose }: TagMenuProps) => (
  <MenuBeside
    name={`Tag ${tag}`}
    element={element}
    placement="bottom start"
    onClose={onClose}
    choices={[
      { name: 'Rename tag…', run: () => editTag(tag) },
      { name: 'Colour and description…', run: () => editTag(tag) },
    ]}
  />
)
