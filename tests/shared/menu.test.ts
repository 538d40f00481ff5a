// The actions: each in a menu, no key given twice, and keys as both Electron and the page know them.
import { describe, expect, it } from 'vitest'
import { type ActionInfo, actionIds, actions, menus } from '../../src/shared/menu.ts'

const all: readonly (readonly [string, ActionInfo])[] = Object.entries(actions)
const normal = (key: string): string => key.split('+').sort().join('+').toLowerCase()

describe('the actions', () => {
  it('stand each in a menu that exists, and no menu is empty', () => {
    expect(new Set(all.map(([, { menu }]) => menu))).toEqual(new Set(menus))
    expect(actionIds).toEqual(all.map(([id]) => id))
  })

  it('have titles that differ within a menu', () => {
    const titles = all.map(([, { menu, title }]) => `${menu}: ${title}`)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('share no key', () => {
    const keys = all.flatMap(([, { keys: given }]) => given.map(normal))
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  it.each(all.flatMap(([id, { keys }]) => keys.map((key) => [id, key] as const)))(
    '“%s” has a key that Electron knows: %s',
    (_, key) => {
      expect(key).toMatch(
        /^(?:(?:CmdOrCtrl|Alt|Shift)\+)*(?:[A-Z0-9]|F\d{1,2}|Up|Down|Left|Right|Plus|Delete|Backspace|[-=,.\\?])$/,
      )
    },
  )

  it('leave the keys alone that every text box needs', () => {
    const keys = new Set(all.flatMap(([, { keys: given }]) => given))
    for (const key of ['CmdOrCtrl+C', 'CmdOrCtrl+V', 'CmdOrCtrl+X', 'CmdOrCtrl+A', 'Tab', 'Escape'])
      expect(keys).not.toContain(key)
  })

  it('say with three dots, and only then, that a dialog follows', () => {
    for (const id of ['open-folder', 'export', 'import', 'settings'] as const)
      expect(actions[id].title).toMatch(/…$/)
    for (const [, { title }] of all) expect(title).not.toContain('...')
  })
})
