// The user's own data: what is missing takes its usual value, what is damaged is kept and told.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openUserData } from '../../../src/main/store/user-data.ts'
import { defaultSettings, emptySession } from '../../../src/shared/model/defaults.ts'
import { contentsOf, errorOf, must, noProcess, tempFolder, tempOfTheDead } from './support.ts'

describe('openUserData', () => {
  it('starts with the usual values, in a folder that need not be there', async () => {
    const folder = join(await tempFolder(), 'not', 'yet')
    const data = await openUserData(folder)
    expect(data.settings).toEqual(defaultSettings)
    expect(data.state).toEqual({ recent: [], sessions: {}, window: null })
    expect(data.notices).toEqual([])
    must(await data.saveSettings({ theme: 'dark' }))
    expect((await openUserData(folder)).settings).toEqual({ ...defaultSettings, theme: 'dark' })
  })

  it('keeps sessions, recent libraries and bounds for the next start', async () => {
    const folder = await tempFolder()
    const window = { x: -5, y: 0, width: 800, height: 600, maximized: true }
    const data = await openUserData(folder)
    await Promise.all([
      data.updateState((state) => ({ ...state, recent: ['/a', ...state.recent] })),
      data.updateState((state) => ({ ...state, recent: ['/b', ...state.recent] })),
      data.updateState((state) => ({ ...state, sessions: { '/a': emptySession }, window })),
    ])
    expect((await openUserData(folder)).state).toEqual({
      recent: ['/b', '/a'],
      sessions: { '/a': emptySession },
      window,
    })
  })

  it('gives a setting that an older Parallax did not know its usual value', async () => {
    const folder = await tempFolder()
    await writeFile(
      join(folder, 'settings.json'),
      JSON.stringify({ format: 'parallax/settings', version: 1, theme: 'sepia' }),
    )
    const data = await openUserData(folder)
    expect(data.notices).toEqual([])
    expect(data.settings).toEqual({ ...defaultSettings, theme: 'sepia' })
  })

  it('takes over how an older Parallax left a library, which knew no stories', async () => {
    const folder = await tempFolder()
    const panes = [{ article: '0123456789abcdef', top: 12, size: null }]
    const session = { panes, focused: 0, left: false, right: true }
    await writeFile(
      join(folder, 'state.json'),
      JSON.stringify({
        ...{ format: 'parallax/state', version: 1, recent: ['/a'], window: null },
        sessions: { '/a': session },
      }),
    )
    const data = await openUserData(folder)
    expect(data.notices).toEqual([])
    expect(data.state.sessions['/a']).toEqual({ ...emptySession, ...session })
    must(await data.updateState((state) => state))
    // What it writes now an older Parallax knows as newer, not as damaged.
    expect(await readFile(join(folder, 'state.json'), 'utf8')).toContain('"version": 2')
  })

  it.each([
    ['settings.json', '{"format":"parallax/settings","version":1,"fontSize":900}', 'store-damaged'],
    ['settings.json', '{"format":"parallax/settings","version":99}', 'store-newer'],
    ['state.json', 'torn {', 'store-damaged'],
    ['state.json', '{"format":"parallax/state","version":3}', 'store-newer'],
  ])('sets a bad %s (%s) aside, tells it, and goes on', async (name, content, code) => {
    const folder = await tempFolder()
    await writeFile(join(folder, name), content)
    const data = await openUserData(folder)
    expect(data.settings).toEqual(defaultSettings)
    expect(data.notices).toMatchObject([{ code, path: join(folder, name) }])
    expect(data.notices[0]?.advice).toContain(join(folder, 'damaged'))
    const [aside = ''] = await readdir(join(folder, 'damaged'))
    expect(await readFile(join(folder, 'damaged', aside), 'utf8')).toBe(content)
    must(await data.saveSettings({ fontSize: 20 }))
    expect((await openUserData(folder)).notices).toEqual([])
  })

  it('works in memory when a bad file cannot even be set aside, and every save says why', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'settings.json'), 'torn {')
    await writeFile(join(folder, 'damaged'), 'in the way')
    const before = await contentsOf(folder)
    const data = await openUserData(folder)
    expect(data.settings).toEqual(defaultSettings)
    expect(data.notices).toMatchObject([{ code: 'store-damaged' }])
    expect(errorOf(await data.saveSettings({ theme: 'dark' })).code).toBe('store-damaged')
    expect(await contentsOf(folder)).toEqual(before)
  })

  it('sweeps what a killed write left', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, tempOfTheDead), 'half')
    await openUserData(folder)
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves a write alone that another Parallax is in the middle of', async () => {
    const folder = await tempFolder()
    // Settings belong to the user, not to a library, so no lock keeps a second Parallax away.
    const temp = tempOfTheDead.replace(String(noProcess), String(process.ppid))
    await writeFile(join(folder, temp), 'being written')
    await openUserData(folder)
    expect(await readdir(folder)).toEqual([temp])
  })

  it('says that the folder is a file when it is one', async () => {
    const folder = join(await tempFolder(), 'data')
    await writeFile(folder, 'not a folder')
    const data = await openUserData(folder)
    expect(data.settings).toEqual(defaultSettings)
    expect(errorOf(await data.saveSettings({ theme: 'dark' })).message).not.toBe('')
    expect(await readFile(folder, 'utf8')).toBe('not a folder')
  })

  it('takes a folder in the place of a file aside as well', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'settings.json', 'inside'), { recursive: true })
    const data = await openUserData(folder)
    expect(data.notices).toMatchObject([{ code: 'is-folder' }])
    must(await data.saveSettings({ theme: 'dark' }))
  })
})
