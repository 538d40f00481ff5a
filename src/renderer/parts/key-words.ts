// A key as it is written on the keyboard at hand.
import { type ActionId, type ActionInfo, actions, findKeyOf } from '../../shared/menu.ts'

const macSigns: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
}
const signs: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  Plus: '+',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
}

/** `CmdOrCtrl+Shift+P` as `Ctrl+Shift+P`, or `⇧⌘P`. */
export function chordWords(accelerator: string, mac: boolean): string {
  const parts = accelerator.split('+').map((part) => (mac && macSigns[part]) || signs[part] || part)
  return parts.join(mac ? '' : '+')
}

/** The first key of an action, else the one it has in the find bar; empty when it has none. */
export function keyWords(action: ActionId, mac: boolean): string {
  const info: ActionInfo = actions[action]
  const key = info.keys[0] ?? findKeyOf(info, mac)
  return key === null ? '' : chordWords(key, mac)
}
