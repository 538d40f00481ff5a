// Electron's accelerators ("CmdOrCtrl+Shift+F") against what the page's keydown says.
'use strict'

const MODIFIERS = {
  command: 'meta',
  cmd: 'meta',
  meta: 'meta',
  super: 'meta',
  control: 'ctrl',
  ctrl: 'ctrl',
  alt: 'alt',
  option: 'alt',
  altgr: 'alt',
  shift: 'shift',
  commandorcontrol: process.platform === 'darwin' ? 'meta' : 'ctrl',
  cmdorctrl: process.platform === 'darwin' ? 'meta' : 'ctrl',
}

// Electron's name -> KeyboardEvent.key, in lower case.
const KEYS = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}
const NAMED = new RegExp(
  '^(f([1-9]|1\\d|2[0-4])|tab|backspace|delete|insert|enter|escape|home|end|pageup|pagedown|' +
    'arrow(up|down|left|right)|capslock|numlock|scrolllock|printscreen|' +
    'num(\\d|dec|add|sub|mult|div)|volume\\w+|media\\w+)$',
)

/**
 * @param {string} text
 * @returns {{ key: string, ctrl: boolean, alt: boolean, shift: boolean, meta: boolean }}
 *   Throws if Electron would not know a part of it.
 */
function parseAccelerator(text) {
  const parsed = { key: '', ctrl: false, alt: false, shift: false, meta: false }
  for (const part of text.toLowerCase().split('+')) {
    if (MODIFIERS[part]) {
      parsed[MODIFIERS[part]] = true
      continue
    }
    const key = KEYS[part] ?? part
    if (parsed.key || !(key.length === 1 || NAMED.test(key))) {
      throw new TypeError(`Invalid accelerator '${text}'`)
    }
    parsed.key = key
  }
  if (!parsed.key) throw new TypeError(`Invalid accelerator '${text}': no key`)
  return parsed
}

/**
 * @param {string} accelerator
 * @param {any} pressed key, code, and the four modifiers, as the page's keydown has them
 */
function matches(accelerator, pressed) {
  const { key, ctrl, alt, shift, meta } = parseAccelerator(accelerator)
  if (ctrl !== pressed.ctrl || alt !== pressed.alt || meta !== pressed.meta) return false
  const isKey = pressed.key.toLowerCase() === key
  const isCode = pressed.code.toLowerCase() === (/\d/.test(key) ? `digit${key}` : `key${key}`)
  if (shift === pressed.shift) return isKey || isCode
  // "Plus" or "?" need a shift on most keyboards that the accelerator does not name.
  return isKey && pressed.shift && !/[a-z]/.test(key) && key.length === 1
}

module.exports = { parseAccelerator, matches }
