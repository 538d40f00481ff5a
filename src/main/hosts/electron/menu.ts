// The native menu bar, drawn from the one table of actions. Choosing an item tells the window; what
// it does is the window's.
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventName } from '../../../shared/call-names.ts'
import type { HistoryState } from '../../../shared/calls/history.ts'
import type { EventData } from '../../../shared/calls.ts'
import {
  type ActionId,
  type ActionInfo,
  actions,
  type MenuName,
  menus,
} from '../../../shared/menu.ts'
import type { Tell } from '../../app.ts'

/**
 * Follows what can be undone in the library that is open; one that was left may still be told of.
 * Gives what is to hear every event.
 */
export function followHistory(show: (history: HistoryState) => void): Tell {
  let library: string | null = null
  return (event, data, at) => {
    if (isOf('library-opened', event, data)) {
      library = at.library
      show(data.history)
    } else if (isOf('history-changed', event, data) && at.library === library) show(data)
  }
}

const isOf = <E extends EventName>(name: E, event: EventName, _: unknown): _ is EventData<E> =>
  event === name

/** Sets the application menu. To be called again when what can be undone changes. */
export function setMenu(history: HistoryState, run: (action: ActionId) => void): void {
  const template: MenuItemConstructorOptions[] = menus.map((name) => ({
    label: name,
    submenu: [...itemsOf(name, history, run), ...nativeItems[name]],
  }))
  if (process.platform === 'darwin') template.unshift({ role: 'appMenu' })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function itemsOf(
  menu: MenuName,
  history: HistoryState,
  run: (action: ActionId) => void,
): MenuItemConstructorOptions[] {
  return Object.entries<ActionInfo>(actions)
    .filter(([, info]) => info.menu === menu)
    .flatMap(([id, info]) => {
      const action = id as ActionId
      const item: MenuItemConstructorOptions = {
        id: action,
        ...labelled(action, info, history),
        enabled: isEnabled(action, history),
        // The window handles keys itself, the same on every host (macOS asks it first, too).
        registerAccelerator: false,
        click: () => run(action),
      }
      return info.separated ? [{ type: 'separator' as const }, item] : [item]
    })
}

function labelled(
  action: ActionId,
  info: ActionInfo,
  history: HistoryState,
): { label: string; accelerator?: string } {
  const what = action === 'undo' ? history.undo : action === 'redo' ? history.redo : null
  const title = what === null ? info.title : `${info.title}: ${what}`
  const key = info.keys[0]
  if (key === undefined) return { label: title }
  // macOS would take a bare letter from every text box, so it stands in the label instead.
  return /\+|^F\d+$/.test(key)
    ? { label: title, accelerator: key }
    : { label: `${title}  (${key})` }
}

const isEnabled = (action: ActionId, history: HistoryState): boolean =>
  action === 'undo' ? history.undo !== null : action === 'redo' ? history.redo !== null : true

const line: MenuItemConstructorOptions = { type: 'separator' }
const nativeItems: Readonly<Record<MenuName, readonly MenuItemConstructorOptions[]>> = {
  File: process.platform === 'darwin' ? [] : [line, { role: 'quit' }],
  Edit: [line, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  View: [line, { role: 'togglefullscreen' }],
  Annotate: [],
  Compare: [],
  Window: [line, { role: 'minimize' }],
  Help: app.isPackaged ? [] : [line, { role: 'toggleDevTools' }],
}
