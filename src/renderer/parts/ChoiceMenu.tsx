// What can be done with one thing of a list: a menu at its row's three dots, or beside the row itself.
import { Ellipsis } from 'lucide-react'
import { useRef } from 'react'
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'

export interface MenuChoice {
  readonly name: string
  /** Left out: it only says something, and cannot be chosen. */
  readonly run?: (() => unknown) | undefined
}

/** Choices that belong together, under a name that only a screen reader says. */
interface MenuPart {
  readonly name: string
  readonly choices: readonly MenuChoice[]
}

interface ChoicesProps {
  /** What it is all about. */
  readonly name: string
  readonly choices: readonly (MenuChoice | MenuPart)[]
}

/** The menu at three dots. */
export function MoreMenu({ className, ...menu }: ChoicesProps & { readonly className?: string }) {
  return (
    <MenuTrigger>
      <Button
        className={className ? `icon-button ${className}` : 'icon-button'}
        aria-label={`Actions for ${menu.name}`}
      >
        <Ellipsis size={15} aria-hidden />
      </Button>
      <Popover className="popover menu-popover" placement="bottom end">
        <Choices {...menu} />
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuBesideProps extends ChoicesProps {
  readonly element: HTMLElement
  readonly placement?: 'bottom start' | 'bottom end'
  readonly onClose: () => void
}

/** The menu beside an element, open until it is closed. */
export function MenuBeside(props: MenuBesideProps) {
  const { element, placement = 'bottom end', onClose, ...menu } = props
  const beside = useRef(element)
  return (
    <Popover
      className="popover menu-popover"
      placement={placement}
      triggerRef={beside}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <Choices {...menu} onClose={onClose} />
    </Popover>
  )
}

function Choices({ name, choices, onClose }: ChoicesProps & { readonly onClose?: () => void }) {
  return (
    <Menu
      className="menu"
      aria-label={name}
      {...(onClose ? { onClose, autoFocus: 'first' as const } : {})}
    >
      {choices.map((each) =>
        'choices' in each ? (
          <MenuSection key={each.name} className="menu-section" aria-label={each.name}>
            {each.choices.map(itemOf)}
          </MenuSection>
        ) : (
          itemOf(each)
        ),
      )}
    </Menu>
  )
}

const itemOf = ({ name, run }: MenuChoice) => (
  <MenuItem
    key={name}
    id={name}
    className="menu-item"
    isDisabled={run === undefined}
    onAction={() => void run?.()}
  >
    {name}
  </MenuItem>
)
