// Where the user's own data lives.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dataDir } from '../../../src/main/hosts/data-dir.ts'

it('is what PARALLAX_DATA_DIR says', () => {
  expect(dataDir({ PARALLAX_DATA_DIR: '/somewhere', XDG_CONFIG_HOME: '/x' })).toBe('/somewhere')
})

it('is not an empty PARALLAX_DATA_DIR', () => {
  expect(dataDir({ PARALLAX_DATA_DIR: '' })).not.toBe('')
})

it.skipIf(process.platform !== 'linux')('is where Electron would put it', () => {
  expect(dataDir({ XDG_CONFIG_HOME: '/x' })).toBe('/x/Parallax')
  expect(dataDir({})).toBe(join(homedir(), '.config', 'Parallax'))
})

it.skipIf(process.platform !== 'linux')(
  'leaves an empty or relative XDG_CONFIG_HOME aside, as the standard asks',
  () => {
    expect(dataDir({ XDG_CONFIG_HOME: '' })).toBe(join(homedir(), '.config', 'Parallax'))
  },
)
