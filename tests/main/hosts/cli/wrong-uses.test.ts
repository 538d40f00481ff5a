// What the command line says when it is used wrongly: the truth, in one line, and nothing is made.
import { mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { runCommand } from '../../../../src/main/hosts/cli/run.ts'
import { bridge, contentsOf, folderOf } from '../../library/support.ts'

const commands = [
  'read',
  'anchor',
  'compare',
  'list',
  'search',
  'export',
  'import',
  'add',
  'check',
  'serve',
]

/** Runs a command. Its workers are never needed: what is wrong is found before. */
async function run(...words: string[]) {
  const said = { out: '', err: '' }
  const collect = (to: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk, _, done) {
        said[to] += String(chunk)
        done()
      },
    })
  const context = { bundle: '/no/bundle', version: '1.2.3' }
  const streams = { stdout: collect('out'), stderr: collect('err') }
  return { code: await runCommand(words, context, streams), ...said }
}

const folder = (): Promise<string> =>
  folderOf({ 'lib/a.txt': bridge, 'b.txt': bridge, 'notes.json': '{' })

afterEach(() => vi.unstubAllEnvs())

describe('help', () => {
  it.each(commands)('%s --help says what it takes, and does nothing else', async (name) => {
    const asked = await run(name, '--help')
    expect(asked).toMatchObject({ code: 0, err: '' })
    expect(asked.out).toContain(`parallax ${name}`)
    expect(await run(name, 'nowhere', '-h')).toEqual(asked)
    expect(await run('help', name)).toEqual(asked)
  })

  it('names every command', async () => {
    const { out } = await run('help')
    for (const name of commands) expect(out).toContain(`\n  ${name} `)
    expect(await run('--help')).toMatchObject({ code: 0, out })
    expect(await run()).toMatchObject({ code: 2, out: '', err: out })
  })

  it('is no option after --', async () => {
    expect(await run('list', '--', '--help')).toMatchObject({ code: 1 })
  })
})

describe('wrong usage', () => {
  it.each<[string, string[], string]>([
    ['no such command', ['nonsense'], 'there is no command “nonsense”'],
    ['help on none', ['help', 'nonsense'], 'there is no command “nonsense”'],
    ['an option first', ['--json', 'list', 'lib'], 'a command comes first'],
    ['an unknown option', ['read', 'b.txt', '--colour'], 'there is no option --colour'],
    ['an option without its value', ['read', 'b.txt', '--part'], '--part wants a value'],
    ['a value for a switch', ['list', 'lib', '--json=yes'], '--json takes no value'],
    ['no words', ['read'], 'expected FILE, got none'],
    ['one word of two', ['anchor', 'b.txt'], 'expected FILE SELECTORS.json, got 1 word'],
    ['too many words', ['list', 'lib', 'lib'], 'expected LIBRARY, got 2 words'],
    ['an empty name', ['list', ''], 'LIBRARY is empty'],
    ['an empty name of a file', ['read', ''], 'FILE is empty'],
    ['an empty library to add to', ['add', '', 'b.txt'], 'LIBRARY is empty'],
    ['an empty file to add', ['add', 'lib', ''], 'FILE is empty'],
    ['nothing to add', ['add', 'lib'], 'expected LIBRARY FILE…'],
    ['an empty library to serve', ['serve', ''], 'LIBRARY is empty'],
    ['an empty target', ['export', 'lib', '--format', 'csv', '--out', ''], '--out is empty'],
    ['an unknown format', ['export', 'lib', '--format', 'pdf'], '--format must be one of'],
    ['one article to compare', ['compare', 'b.txt'], 'compare takes 2 to 6 articles'],
    ['an odd port', ['serve', '--port', 'x'], '--port must be a number from 0 to 65535'],
  ])('%s exits with 2 and points to help', async (_, words, message) => {
    const said = await run(...words)
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.err).toContain(`parallax: ${message}`)
    const known = commands.includes(words[0] ?? '')
    expect(said.err).toMatch(known ? `Try “parallax ${words[0]} --help”.` : 'Try “parallax help”.')
  })
})

describe('what cannot be done', () => {
  it.each<[string, (at: (name: string) => string) => string[], string]>([
    [
      'a folder to export to that is not there',
      (at) => ['export', at('lib'), '--format', 'json', '--out', at('no/where/x')],
      'is not there. Make it first',
    ],
    [
      'a file where that folder should be',
      (at) => ['export', at('lib'), '--format', 'json', '--out', at('b.txt/x')],
      'is a file, not a folder',
    ],
    [
      'a file that is there',
      (at) => ['export', at('lib'), '--format', 'json', '--out', at('b.txt')],
      'is there already',
    ],
    [
      'a folder, even by force',
      (at) => ['export', at('lib'), '--format', 'json', '--force', '--out', at('lib')],
      'is a folder',
    ],
    [
      'a device, even by force',
      (at) => ['export', at('lib'), '--format', 'json', '--force', '--out', at('device')],
      'is not a plain file',
    ],
    ['a library that is not there', (at) => ['list', at('none')], 'is not there'],
    ['a file as a library', (at) => ['check', at('b.txt')], 'is a file; a library is a folder'],
    ['a library to serve that is not there', (at) => ['serve', at('none')], 'is not there'],
    ['a file to serve', (at) => ['serve', at('b.txt')], 'is a file; a library is a folder'],
    [
      'a file to import that is not there',
      (at) => ['import', at('lib'), at('none.json')],
      'is not there',
    ],
    ['a folder to import', (at) => ['import', at('lib'), at('lib')], 'is a folder, not a file'],
    [
      'selectors that are no JSON',
      (at) => ['anchor', at('b.txt'), at('notes.json')],
      'is not JSON',
    ],
  ])('%s exits with 1, says why in one line, and makes nothing', async (_, wordsAt, message) => {
    const root = await folder()
    await symlink('/dev/null', join(root, 'device'))
    const before = [await readdir(root), await contentsOf(join(root, 'lib'))]
    const said = await run(...wordsAt((name) => join(root, name)))
    expect(said).toMatchObject({ code: 1, out: '' })
    expect(said.err).toContain(message)
    expect(said.err.trim().split('\n').length).toBe(1)
    expect([await readdir(root), await contentsOf(join(root, 'lib'))]).toEqual(before)
  })

  it('a time that is no number', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', 'yesterday')
    const root = await folder()
    await mkdir(join(root, 'empty'))
    const said = await run('export', join(root, 'empty'), '--format', 'json')
    expect(said).toMatchObject({ code: 1 })
    expect(said.err).toContain('SOURCE_DATE_EPOCH')
  })
})
