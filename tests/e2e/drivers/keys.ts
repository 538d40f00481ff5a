// The table of actions names keys in Electron's words; Playwright has its own.
import { type ActionId, actions } from '../../../src/shared/menu.ts'

const names: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'ControlOrMeta',
  Plus: '+',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
}

/** `CmdOrCtrl+Shift+P` is `ControlOrMeta+Shift+p`: with a capital no key would be held down. */
export function playwrightKey(accelerator: string): string {
  return accelerator
    .split('+')
    .map((name) => names[name] ?? (name.length === 1 ? name.toLowerCase() : name))
    .join('+')
}

/** The first key of an action. Throws for one that has none. */
export function keyOf(id: ActionId): string {
  const key: string | undefined = actions[id].keys[0]
  if (key === undefined) throw new Error(`"${id}" has no key: choose it from the app's own menu`)
  return playwrightKey(key)
}
