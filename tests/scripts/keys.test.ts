import { describe, expect, it } from 'vitest'
import { playwrightKey } from '../e2e/drivers/keys.ts'

describe('a key of the table of actions', () => {
  it.each([
    ['CmdOrCtrl+Shift+P', 'ControlOrMeta+Shift+p'],
    ['CmdOrCtrl+Plus', 'ControlOrMeta++'],
    ['CmdOrCtrl+Alt+Left', 'ControlOrMeta+Alt+ArrowLeft'],
    ['CmdOrCtrl+\\', 'ControlOrMeta+\\'],
    ['H', 'h'],
    ['?', '?'],
    ['Shift+F6', 'Shift+F6'],
    ['Delete', 'Delete'],
  ])('%s is pressed as %s', (accelerator, key) => {
    expect(playwrightKey(accelerator)).toBe(key)
  })
})
