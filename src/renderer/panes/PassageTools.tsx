// What comes up at a passage: the toolbar of what is selected, the menu of the other mouse button.
import { PassageMenu } from './PassageMenu.tsx'
import { SelectionToolbar } from './SelectionToolbar.tsx'

export function PassageTools() {
  return (
    <>
      <SelectionToolbar />
      <PassageMenu />
    </>
  )
}
