// Who may import whom: the linter's rules refuse every forbidden way, and allow the needed ones.
// The rules are tried on files in a folder of their own, so that nothing is written into the sources.
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { put } from './library/support.ts'

const root = resolve()

const forbidden: readonly (readonly [file: string, source: string])[] = [
  ['src/shared/text/x.ts', 'node:fs'],
  ['src/shared/text/x.ts', 'electron'],
  ['src/shared/text/x.ts', 'react'],
  ['src/shared/text/x.ts', 'react-dom/client'],
  ['src/shared/text/x.ts', 'react/jsx-runtime'],
  ['src/shared/text/x.ts', 'lowdb'],
  ['src/shared/text/x.ts', 'mark.js'],
  ['src/shared/text/x.ts', 'ws'],
  ['src/shared/text/x.ts', 'zustand'],
  ['src/shared/text/x.ts', '../../main/errors.ts'],
  ['src/shared/x.ts', '../main/errors.ts'],
  ['src/shared/x.ts', '../renderer/client/api.ts'],
  ['src/main/x.ts', 'electron'],
  ['src/main/x.ts', 'lowdb'],
  ['src/main/x.ts', 'lowdb/node'],
  ['src/main/x.ts', 'react'],
  ['src/main/x.ts', 'mark.js'],
  ['src/main/x.ts', '../renderer/client/api.ts'],
  ['src/main/x.ts', './hosts/data-dir.ts'],
  ['src/main/core/x.ts', '../hosts/web/server.ts'],
  ['src/main/core/x.ts', 'lowdb'],
  ['src/main/store/x.ts', 'electron'],
  ['src/main/store/x.ts', '../core/changing.ts'],
  ['src/main/store/x.ts', '../reading/read-article.ts'],
  ['src/main/store/x.ts', '../hosts/data-dir.ts'],
  ['src/main/hosts/x.ts', 'electron'],
  ['src/main/hosts/web/x.ts', 'electron'],
  ['src/main/hosts/cli/x.ts', 'electron'],
  ['src/main/hosts/web/x.ts', 'lowdb'],
  ['src/main/hosts/web/x.ts', '../../../renderer/client/api.ts'],
  ['src/main/hosts/electron/x.ts', 'lowdb'],
  ['src/main/hosts/electron/x.ts', 'react'],
  ['src/preload/x.ts', 'zod'],
  ['src/preload/x.ts', 'node:fs'],
  ['src/preload/x.ts', '../main/app.ts'],
  ['src/preload/x.ts', '../shared/calls.ts'],
  ['src/preload/x.ts', '../shared/model/article.ts'],
  ['src/renderer/panes/x.ts', '../../main/app.ts'],
  ['src/renderer/x.ts', '../main/app.ts'],
  ['src/renderer/panes/x.ts', 'electron'],
  ['src/renderer/panes/x.ts', 'node:path'],
  ['src/renderer/panes/x.ts', 'lowdb'],
  ['src/renderer/panes/x.ts', 'mark.js'],
  ['src/renderer/panes/x.ts', 'ws'],
  ['src/renderer/shell/x.ts', '../../preload/index.ts'],
  ['src/renderer/dom/x.ts', 'mark.js'],
  ['src/renderer/dom/x.ts', '../panes/PaneView.tsx'],
  ['src/renderer/dom/x.ts', '../actions/open.ts'],
  ['src/renderer/state/x.ts', '../actions/open.ts'],
  ['src/renderer/state/x.ts', '../annotations/NoteBox.tsx'],
  ['src/renderer/state/x.ts', '../../main/app.ts'],
  ['src/renderer/replica/x.ts', '../client/api.ts'],
  ['src/renderer/replica/x.ts', '../state/ui.ts'],
  ['src/renderer/replica/x.ts', '../actions/open.ts'],
  ['src/renderer/replica/x.ts', '../library/LibrarySide.tsx'],
  ['src/renderer/client/x.ts', '../shell/App.tsx'],
  ['src/renderer/client/x.ts', 'electron'],
  ['src/renderer/actions/x.ts', '../panes/PaneView.tsx'],
  ['src/renderer/actions/x.ts', 'mark.js'],
  ['src/renderer/actions/x.ts', 'electron'],
  ['src/renderer/dom/painter.ts', 'electron'],
  ['src/renderer/dom/painter.ts', '../state/panes.ts'],
  ['src/renderer/dom/painter.ts', '../panes/PaneView.tsx'],
  ['src/renderer/dom/painter.ts', '../../main/app.ts'],
]

const allowed: readonly (readonly [file: string, source: string])[] = [
  ['src/shared/text/x.ts', 'zod'],
  ['src/shared/text/x.ts', '../model/article.ts'],
  ['src/main/x.ts', '../shared/calls.ts'],
  ['src/main/x.ts', 'node:fs'],
  ['src/main/store/x.ts', 'lowdb'],
  ['src/main/hosts/electron/x.ts', 'electron'],
  ['src/main/hosts/web/x.ts', 'ws'],
  ['src/main/hosts/web/x.ts', '../../app.ts'],
  ['src/preload/x.ts', 'electron'],
  ['src/preload/x.ts', '../shared/call-names.ts'],
  ['src/renderer/panes/x.ts', '../actions/open.ts'],
  ['src/renderer/panes/x.ts', '../../shared/model/article.ts'],
  ['src/renderer/actions/x.ts', '../state/panes.ts'],
  ['src/renderer/actions/x.ts', '../client/api.ts'],
  ['src/renderer/dom/painter.ts', 'mark.js'],
]

let folder = ''
/** The rows, of each list, that were refused. */
let refused: { readonly forbidden: ReadonlySet<number>; readonly allowed: ReadonlySet<number> }

const run = (program: string, args: readonly string[], cwd: string): Promise<string> =>
  new Promise((done) =>
    execFile(program, args, { cwd, maxBuffer: 32 * 1024 * 1024 }, (_error, stdout, stderr) =>
      done(stdout + stderr),
    ),
  )

/** Each row's import in a file of its own; as many runs as files must have the very same name. */
async function lint(
  rows: readonly (readonly [file: string, source: string])[],
  into: string,
): Promise<ReadonlySet<number>> {
  const runs: Map<string, number>[] = []
  for (const [row, [name]] of rows.entries()) {
    const file = name.replace('/x.ts', `/x${row}.ts`)
    const free = runs.find((each) => !each.has(file))
    if (free) free.set(file, row)
    else runs.push(new Map([[file, row]]))
  }
  const found = new Set<number>()
  for (const [index, files] of runs.entries()) {
    const here = join(into, String(index))
    for (const [file, row] of files)
      await put(here, { [file]: `export * from '${rows[row]?.[1]}'\n` })
    await copyFile(join(root, 'biome.json'), join(here, 'biome.json'))
    const args = ['lint', '--only=style/noRestrictedImports', '--reporter=github']
    const biome = join(root, 'node_modules/.bin/biome')
    const said = await run(biome, [...args, '--max-diagnostics=none', '.'], here)
    for (const [, file = ''] of said.matchAll(/file=([^,]+)/g)) {
      const row = files.get(relative(here, resolve(here, file)))
      if (row !== undefined) found.add(row)
    }
  }
  return found
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-layers-'))
  refused = {
    forbidden: await lint(forbidden, join(folder, 'forbidden')),
    allowed: await lint(allowed, join(folder, 'allowed')),
  }
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the linter', () => {
  it.each(forbidden.map((row, index) => [...row, index] as const))(
    'refuses in %s an import of %s',
    (_file, _source, row) => expect(refused.forbidden.has(row)).toBe(true),
  )

  it.each(allowed.map((row, index) => [...row, index] as const))(
    'allows in %s an import of %s',
    (_file, _source, row) => expect(refused.allowed.has(row)).toBe(false),
  )
})

describe('the compiler', () => {
  const compile = async (project: string, file: string, content: string): Promise<string> => {
    const into = join(folder, `compile-${project}`)
    await mkdir(dirname(join(into, file)), { recursive: true })
    await writeFile(join(into, file), content)
    await symlink(join(root, 'node_modules'), join(into, 'node_modules'))
    await copyFile(join(root, 'tsconfig.base.json'), join(into, 'tsconfig.base.json'))
    const config = JSON.parse(await readFile(join(root, `tsconfig.${project}.json`), 'utf8'))
    await put(into, {
      'tsconfig.json': JSON.stringify({
        extends: './tsconfig.base.json',
        compilerOptions: {
          lib: config.compilerOptions.lib,
          types: config.compilerOptions.types,
          composite: false,
          emitDeclarationOnly: false,
          noEmit: true,
        },
        include: [file],
      }),
    })
    return run(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], into)
  }

  it.each([
    ['shared', 'src/shared/x.ts', 'document'],
    ['shared', 'src/shared/y.ts', 'process'],
    ['node', 'src/main/x.ts', 'document'],
    ['web', 'src/renderer/x.ts', 'process'],
  ])(
    'knows in the %s project (%s) no “%s”',
    async (project, file, name) => {
      await rm(join(folder, `compile-${project}`), { recursive: true, force: true })
      const said = await compile(project, file, `export const here = ${name}\n`)
      expect(said).toContain(`Cannot find name '${name}'`)
    },
    30_000,
  )
})
