import { describe, expect, it } from 'vitest'
import { isChord, parseChord } from '../../../src/renderer/actions/keys.ts'

const press = (key: string, code: string, modifiers: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, code, ...modifiers })

const matches = (chord: string, event: KeyboardEvent, mac = false): boolean =>
  isChord(parseChord(chord), event, mac)

const ctrl = { ctrlKey: true }

describe('isChord', () => {
  it.each([
    ['a letter with Ctrl', 'CmdOrCtrl+Z', press('z', 'KeyZ', ctrl), true],
    [
      'the same with Shift held',
      'CmdOrCtrl+Z',
      press('Z', 'KeyZ', { ...ctrl, shiftKey: true }),
      false,
    ],
    [
      'a letter with Shift',
      'CmdOrCtrl+Shift+Z',
      press('Z', 'KeyZ', { ...ctrl, shiftKey: true }),
      true,
    ],
    ['a bare letter', 'H', press('h', 'KeyH'), true],
    ['a bare letter with Ctrl', 'H', press('h', 'KeyH', ctrl), false],
    ['a sign that needs Shift', '?', press('?', 'Slash', { shiftKey: true }), true],
    ['a function key', 'F7', press('F7', 'F7'), true],
    ['an arrow', 'Alt+Down', press('ArrowDown', 'ArrowDown', { altKey: true }), true],
    ['plus', 'CmdOrCtrl+Plus', press('+', 'Equal', { ...ctrl, shiftKey: true }), true],
    ['a backslash', 'CmdOrCtrl+\\', press('\\', 'Backslash', ctrl), true],
  ])('reads %s', (_what, chord, event, expected) => {
    expect(matches(chord, event)).toBe(expected)
  })

  it('goes by the letter, not by its place, on other Latin keyboards', () => {
    const frenchW = press('w', 'KeyZ', ctrl)
    expect(matches('CmdOrCtrl+Z', frenchW)).toBe(false)
    expect(matches('CmdOrCtrl+W', frenchW)).toBe(true)
    expect(matches('H', press('d', 'KeyH'))).toBe(false)
  })

  it('goes by the place where the script has no such letter', () => {
    expect(matches('CmdOrCtrl+Z', press('я', 'KeyZ', ctrl))).toBe(true)
    expect(matches('H', press('ا', 'KeyH'))).toBe(true)
  })

  it('goes by the place of a digit that needs Shift elsewhere', () => {
    expect(matches('1', press('&', 'Digit1'))).toBe(true)
    expect(matches('1', press('1', 'Digit1', { shiftKey: true }))).toBe(true)
    expect(matches('1', press('!', 'Digit1', { shiftKey: true }))).toBe(false)
  })

  it('takes ⌘ on a Mac and Ctrl elsewhere', () => {
    expect(matches('CmdOrCtrl+Z', press('z', 'KeyZ', { metaKey: true }), true)).toBe(true)
    expect(matches('CmdOrCtrl+Z', press('z', 'KeyZ', ctrl), true)).toBe(false)
    expect(
      matches('CmdOrCtrl+Alt+B', press('∫', 'KeyB', { metaKey: true, altKey: true }), true),
    ).toBe(true)
  })
})
