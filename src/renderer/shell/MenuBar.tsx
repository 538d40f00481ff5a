// The menus, drawn by the app where the host has none: the same table as the native ones.
import { Menu as MenuIcon } from 'lucide-react'
import {
  Button,
  Keyboard,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
  Text,
} from 'react-aria-components'
import { type ActionId, type ActionInfo, actions, type MenuName, menus } from '../../shared/menu.ts'
import { runAction } from '../actions/run.ts'
import { keyWords } from '../parts/key-words.ts'
import { useHistory } from '../replica/history.ts'
import { useApp } from '../state/app.ts'

export function MenuBar() {
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label="Menu">
        <MenuIcon size={16} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className="popover menu-popover" placement="bottom start">
        <Menu className="menu" aria-label="Menu">
          {menus.map((name) => (
            <SubmenuTrigger key={name}>
              <MenuItem className="menu-item" textValue={name}>
                <Text slot="label">{name}</Text>
                <span aria-hidden className="menu-arrow">
                  ›
                </span>
              </MenuItem>
              <Popover className="popover menu-popover">
                <Items menu={name} />
              </Popover>
            </SubmenuTrigger>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Items({ menu }: { menu: MenuName }) {
  const mac = useApp((state) => state.mac)
  const history = useHistory()
  const entries = Object.entries<ActionInfo>(actions).filter(([, info]) => info.menu === menu)
  return (
    <Menu
      className="menu"
      aria-label={menu}
      onAction={(key) => runAction(key as ActionId)}
      disabledKeys={[
        ...(history.undo === null ? ['undo'] : []),
        ...(history.redo === null ? ['redo'] : []),
      ]}
    >
      {entries.flatMap(([id, { title, separated }]) => {
        const key = keyWords(id as ActionId, mac)
        const what = id === 'undo' ? history.undo : id === 'redo' ? history.redo : null
        const label = what === null ? title : `${title}: ${what}`
        const item = (
          <MenuItem key={id} id={id} className="menu-item" textValue={label}>
            <Text slot="label">{label}</Text>
            {key !== '' && <Keyboard>{key}</Keyboard>}
          </MenuItem>
        )
        return separated ? [<Separator key={`line ${id}`} className="menu-line" />, item] : [item]
      })}
    </Menu>
  )
}
