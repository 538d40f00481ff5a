// Keys to actions, the same on every host. A bare letter acts only where nothing is written and
// nothing is chosen by typing.
import { type ActionId, type ActionInfo, actions, findKeyOf } from '../../shared/menu.ts'
import { settings, useApp } from '../state/app.ts'
import { useUi } from '../state/ui.ts'
import { isTyping, stepBack } from './annotate.ts'
import { runAction } from './run.ts'

interface Chord {
  readonly ctrlOrCmd: boolean
  readonly alt: boolean
  readonly shift: boolean
  /** As `KeyboardEvent.key`, lower case. */
  readonly key: string
  readonly bare: boolean
}

const names: Readonly<Record<string, string>> = {
  plus: '+',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

/** Reads an accelerator of the table: `CmdOrCtrl+Shift+P`. */
export function parseChord(accelerator: string): Chord {
  const parts = accelerator.split('+')
  const key = (parts.pop() ?? '').toLowerCase()
  const ctrlOrCmd = parts.includes('CmdOrCtrl')
  const alt = parts.includes('Alt')
  return {
    ctrlOrCmd,
    alt,
    shift: parts.includes('Shift'),
    key: names[key] ?? key,
    bare: !ctrlOrCmd && !alt && !/^f\d+$/.test(key),
  }
}

/** Whether a key event is this chord. A sign such as `?` counts whatever Shift it needs. */
export function isChord(chord: Chord, event: KeyboardEvent, mac: boolean): boolean {
  const main = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  if (main !== chord.ctrlOrCmd || other || event.altKey !== chord.alt) return false
  const sign = !/^([a-z]|f\d+|arrow\w+|delete|backspace|enter)$/.test(chord.key)
  if (!sign && event.shiftKey !== chord.shift) return false
  return event.key.toLowerCase() === chord.key || isPlaceOf(chord.key, event)
}

/**
 * Whether a key stands where another keyboard has this letter or digit: for scripts without it, for
 * the signs that Option gives on macOS, for digits that need Shift. Never where the key has a Latin
 * letter of its own, or Ctrl+W would undo on a French keyboard.
 */
function isPlaceOf(key: string, { key: typed, code, shiftKey }: KeyboardEvent): boolean {
  if (/^[0-9]$/.test(key)) return code === `Digit${key}` && !shiftKey
  return code === `Key${key.toUpperCase()}` && !/^[\x20-\x7e]$/.test(typed)
}

const table = Object.entries(actions).flatMap(([id, { keys }]) =>
  keys.map((key) => ({ id: id as ActionId, chord: parseChord(key) })),
)

/** What may take the place of a dialog that is open. */
const besideDialogs: ReadonlySet<ActionId> = new Set([
  'palette',
  'go-to-article',
  'help',
  'keys',
  'messages',
  'settings',
  'text-larger',
  'text-smaller',
  'text-reset',
  'theme',
])

/** Where bare letters act: an article, its notes, or nowhere in particular. */
function mayActBare(target: EventTarget | null): boolean {
  if (!settings().singleKeys || useUi.getState().dialog !== null || isTyping(target)) return false
  if (!(target instanceof Element)) return true
  return target === document.body || target.closest('[data-bare-keys]') !== null
}

const findTable = (mac: boolean): readonly (readonly [ActionId, Chord])[] =>
  Object.entries<ActionInfo>(actions).flatMap(([id, info]) => {
    const key = findKeyOf(info, mac)
    return key === null ? [] : [[id as ActionId, parseChord(key)] as const]
  })

/** Acts on a key of the find bar, pressed while the keyboard is in it. */
export function handleFindKey(event: KeyboardEvent): void {
  if (event.isComposing) return
  const { mac } = useApp.getState()
  const found = findTable(mac).find(([, chord]) => isChord(chord, event, mac))
  if (!found) return
  event.preventDefault()
  runAction(found[0])
}

/** Acts on a key that nothing nearer took. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  if (event.key === 'Escape') {
    if (useUi.getState().dialog === null) stepBack()
    return
  }
  const { mac } = useApp.getState()
  const found = table.find(({ chord }) => isChord(chord, event, mac))
  if (!found) return
  const { id, chord } = found
  // What is behind a dialog is out of reach, and stays as it is.
  const { dialog, link } = useUi.getState()
  if ((dialog !== null || link !== null) && !besideDialogs.has(id)) return
  if (chord.bare && !mayActBare(event.target)) return
  // What is written is undone by the text box itself.
  if ((id === 'undo' || id === 'redo') && isTyping(event.target)) return
  event.preventDefault()
  runAction(id)
}
