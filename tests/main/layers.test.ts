// Who may import whom: each rule of scripts/lib/structure/import-rules.mjs is broken here once, and each
// way that is needed is allowed. That the compiler knows no stray global is tried beside them.
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, posix, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forbiddenImports } from '../../scripts/lib/structure/judge-imports.mjs'
import { parseSource } from '../../scripts/lib/structure/source-files.mjs'
import { put } from './library/support.ts'
import { run } from './run-program.ts'

const root = resolve()

/** [who, whom]: whom is a path of ours from the checkout’s root, or a package. */
type Row = readonly [file: string, imported: string]

const forbidden: readonly Row[] = [
  // shared imports shared and pure libraries
  ['src/shared/text/x.ts', 'node:fs'],
  ['src/shared/text/x.ts', 'path'],
  ['src/shared/text/x.ts', 'electron'],
  ['src/shared/text/x.ts', 'react'],
  ['src/shared/text/x.ts', 'lowdb'],
  ['src/shared/text/x.ts', 'ws'],
  ['src/shared/x.ts', 'src/compare/compare.ts'],
  ['src/shared/x.ts', 'src/main/errors.ts'],
  ['src/shared/x.ts', 'src/preload/index.ts'],
  ['src/shared/comparison/x.ts', 'src/renderer/compare/beside/names.ts'],
  // the engine imports shared
  ['src/compare/x.ts', 'node:fs'],
  ['src/compare/x.ts', 'react'],
  ['src/compare/facts/x.ts', 'src/main/errors.ts'],
  ['src/compare/facts/x.ts', 'src/renderer/compare/beside/names.ts'],
  // main imports shared and compare
  ['src/main/x.ts', 'src/renderer/client/api.ts'],
  ['src/main/x.ts', 'src/preload/index.ts'],
  ['src/main/app.ts', 'src/renderer/client/api.ts'],
  ['src/main/core/x.ts', 'react'],
  ['src/main/core/x.ts', 'zustand'],
  // app assembles, and knows no host
  ['src/main/app.ts', 'src/main/hosts/data-dir.ts'],
  ['src/main/library.ts', 'src/main/hosts/cli/commands.ts'],
  // hosts import app
  ['src/main/hosts/electron/x.ts', 'src/main/core/records.ts'],
  ['src/main/hosts/electron/x.ts', 'src/main/hosts/web/server.ts'],
  ['src/main/hosts/web/x.ts', 'src/main/store/user-data.ts'],
  ['src/main/hosts/web/x.ts', 'src/main/hosts/cli/commands.ts'],
  ['src/main/hosts/web/x.ts', 'src/renderer/client/api.ts'],
  ['src/main/hosts/cli/x.ts', 'src/main/features/adding/adding.ts'],
  ['src/main/hosts/cli/x.ts', 'src/main/store/user-data.ts'],
  ['src/main/hosts/cli/x.ts', 'src/compare/compare.ts'],
  ['src/main/hosts/cli/x.ts', 'src/main/library.ts'],
  ['src/main/hosts/cli/x.ts', 'src/main/core/dispatch.ts'],
  ['src/main/hosts/cli/x.ts', 'src/main/assembly/bring-in.ts'],
  ['src/main/hosts/electron/x.ts', 'src/main/handlers.ts'],
  ['src/main/hosts/web/x.ts', 'src/main/opening.ts'],
  ['src/main/hosts/x.ts', 'src/main/hosts/web/server.ts'],
  ['src/main/hosts/x.ts', 'src/main/app.ts'],
  // no feature imports another, nor what assembles it, nor a host
  ['src/main/features/annotations/x.ts', 'src/main/features/articles/correcting.ts'],
  ['src/main/features/stories/x.ts', 'src/main/features/comparing/judging.ts'],
  ['src/main/features/exchange/x.ts', 'src/main/library.ts'],
  ['src/main/features/exchange/x.ts', 'src/main/app.ts'],
  ['src/main/features/tags/calls.ts', 'src/main/features/annotations/calls.ts'],
  ['src/main/features/tags/calls.ts', 'src/main/handlers.ts'],
  ['src/main/features/tags/calls.ts', 'src/main/assembly/library-features.ts'],
  ['src/main/features/adding/x.ts', 'src/main/hosts/data-dir.ts'],
  // the core knows no feature and no host, and only its shelf reads
  ['src/main/core/x.ts', 'src/main/features/stories/stories.ts'],
  ['src/main/core/x.ts', 'src/main/app.ts'],
  ['src/main/core/x.ts', 'src/main/handlers.ts'],
  ['src/main/core/x.ts', 'src/main/library.ts'],
  ['src/main/core/x.ts', 'src/main/hosts/web/server.ts'],
  ['src/main/core/x.ts', 'src/main/reading/read-article.ts'],
  ['src/main/core/shelf/x.ts', 'src/main/features/adding/adding.ts'],
  // the ground: store, index, reading, work, and the small helpers of all
  ['src/main/store/x.ts', 'src/main/core/changing.ts'],
  ['src/main/store/x.ts', 'src/main/reading/read-article.ts'],
  ['src/main/store/x.ts', 'src/main/index/index.ts'],
  ['src/main/store/x.ts', 'src/compare/compare.ts'],
  ['src/main/store/x.ts', 'src/main/hosts/data-dir.ts'],
  ['src/main/index/x.ts', 'src/main/core/records.ts'],
  ['src/main/index/x.ts', 'src/main/store/store-file.ts'],
  ['src/main/reading/x.ts', 'src/main/store/texts.ts'],
  ['src/main/reading/x.ts', 'src/main/work/pool.ts'],
  ['src/main/work/x.ts', 'src/main/store/texts.ts'],
  ['src/main/work/x.ts', 'src/main/core/records.ts'],
  ['src/main/errors.ts', 'src/main/store/folder.ts'],
  // packages that only one place knows
  ['src/main/x.ts', 'electron'],
  ['src/main/app.ts', 'electron'],
  ['src/main/store/x.ts', 'electron'],
  ['src/main/hosts/x.ts', 'electron'],
  ['src/main/hosts/web/x.ts', 'electron'],
  ['src/main/hosts/cli/x.ts', 'electron'],
  ['src/main/x.ts', 'lowdb'],
  ['src/main/core/x.ts', 'lowdb/node'],
  ['src/main/index/x.ts', 'lowdb'],
  ['src/main/hosts/electron/x.ts', 'lowdb'],
  ['src/main/core/x.ts', '@photostructure/sqlite'],
  ['src/main/store/x.ts', 'node-sqlite3-wasm'],
  ['src/main/work/x.ts', 'better-sqlite3'],
  ['src/main/features/search/x.ts', 'node:sqlite'],
  ['src/main/hosts/electron/x.ts', 'ws'],
  ['src/main/hosts/electron/x.ts', 'react'],
  ['src/main/reading/x.ts', 'mark.js'],
  // the preload imports electron and the names of the calls
  ['src/preload/x.ts', 'zod'],
  ['src/preload/x.ts', 'node:fs'],
  ['src/preload/x.ts', 'src/main/app.ts'],
  ['src/preload/x.ts', 'src/shared/calls.ts'],
  ['src/preload/x.ts', 'src/shared/model/article.ts'],
  ['src/preload/x.ts', 'src/renderer/client/api.ts'],
  // the renderer imports shared, never main, the engine or the preload
  ['src/renderer/main.tsx', 'src/main/app.ts'],
  ['src/renderer/panes/x.ts', 'src/main/app.ts'],
  ['src/renderer/compare/beside/x.ts', 'src/compare/compare.ts'],
  ['src/renderer/state/x.ts', 'src/compare/article.ts'],
  ['src/renderer/shell/x.ts', 'src/preload/index.ts'],
  ['src/renderer/client/x.ts', 'electron'],
  ['src/renderer/panes/x.ts', 'node:path'],
  ['src/renderer/panes/x.ts', 'lowdb'],
  ['src/renderer/client/x.ts', 'ws'],
  ['src/renderer/replica/x.ts', 'src/main/core/records.ts'],
  // inside it: no feature imports another, nor the shell that assembles them
  ['src/renderer/panes/x.ts', 'src/renderer/annotations/NoteBox.tsx'],
  ['src/renderer/compare/x.ts', 'src/renderer/panes/PaneView.tsx'],
  ['src/renderer/search/x.ts', 'src/renderer/library/ArticleRow.tsx'],
  ['src/renderer/settings/x.ts', 'src/renderer/shell/App.tsx'],
  // features -> actions -> replica, state, client; parts, dom and painter know none of the above them
  ['src/renderer/actions/x.ts', 'src/renderer/panes/PaneView.tsx'],
  ['src/renderer/actions/x.ts', 'src/renderer/parts/Toggle.tsx'],
  ['src/renderer/actions/x.ts', 'src/renderer/shell/App.tsx'],
  ['src/renderer/state/x.ts', 'src/renderer/actions/open.ts'],
  ['src/renderer/state/x.ts', 'src/renderer/annotations/NoteBox.tsx'],
  ['src/renderer/replica/x.ts', 'src/renderer/actions/open.ts'],
  ['src/renderer/client/x.ts', 'src/renderer/state/panes.ts'],
  ['src/renderer/client/x.ts', 'src/renderer/shell/App.tsx'],
  ['src/renderer/client/x.ts', 'react'],
  ['src/renderer/parts/x.ts', 'src/renderer/actions/open.ts'],
  ['src/renderer/parts/x.ts', 'src/renderer/library/ArticleRow.tsx'],
  ['src/renderer/dom/x.ts', 'src/renderer/panes/PaneView.tsx'],
  ['src/renderer/dom/x.ts', 'src/renderer/actions/open.ts'],
  ['src/renderer/dom/x.ts', 'src/renderer/state/panes.ts'],
  ['src/renderer/dom/x.ts', 'react'],
  ['src/renderer/styles/x.ts', 'src/renderer/state/panes.ts'],
  // only the painter touches mark.js
  ['src/renderer/dom/x.ts', 'mark.js'],
  ['src/renderer/panes/x.ts', 'mark.js'],
  ['src/renderer/dom/painter.ts', 'react-dom/client'],
  ['src/renderer/dom/painter.ts', 'src/renderer/state/panes.ts'],
  ['src/renderer/dom/painter.ts', 'src/main/app.ts'],
  // a file that belongs nowhere imports nothing, and nothing imports what lies outside the sources
  ['src/renderer/x.ts', 'src/shared/own.ts'],
  ['src/main/core/x.ts', 'scripts/lib/root.mjs'],
  ['src/main/core/x.ts', 'package.json'],
  ['src/renderer/panes/x.ts', 'tests/e2e/fixtures.ts'],
]

const allowed: readonly Row[] = [
  ['src/main/hosts/electron/x.ts', 'src/main/work/reader.ts'],
  ['src/main/hosts/cli/x.ts', 'src/main/reading/read-article.ts'],
  ['src/shared/text/x.ts', 'zod'],
  ['src/shared/text/x.ts', 'src/shared/model/article.ts'],
  ['src/shared/text/x.ts', 'src/shared/call-names.ts'],
  ['src/compare/facts/x.ts', 'src/shared/text/fold.ts'],
  ['src/main/app.ts', 'src/main/features/stories/stories.ts'],
  ['src/main/handlers.ts', 'src/main/features/tags/calls.ts'],
  ['src/main/features/tags/calls.ts', 'src/main/core/handlers.ts'],
  ['src/main/features/tags/calls.ts', 'src/shared/calls/tags.ts'],
  ['src/main/library.ts', 'src/main/core/shelf/catalogue.ts'],
  ['src/main/core/x.ts', 'src/shared/calls.ts'],
  ['src/main/core/x.ts', 'src/main/store/store-file.ts'],
  ['src/main/core/x.ts', 'node:fs/promises'],
  ['src/main/core/shelf/x.ts', 'src/main/reading/text.ts'],
  ['src/main/features/comparing/x.ts', 'src/compare/compare.ts'],
  ['src/main/features/search/x.ts', 'src/main/index/query.ts'],
  ['src/main/features/stories/x.ts', 'src/main/features/stories/event-index.ts'],
  ['src/main/work/x.ts', 'src/main/reading/read-article.ts'],
  ['src/main/store/x.ts', 'lowdb'],
  ['src/main/index/x.ts', '@photostructure/sqlite'],
  ['src/main/index/x.ts', 'node-sqlite3-wasm'],
  ['src/main/index/x.ts', 'node:sqlite'],
  ['src/main/hosts/electron/x.ts', 'electron'],
  ['src/main/hosts/electron/x.ts', 'src/main/app.ts'],
  ['src/main/hosts/web/x.ts', 'ws'],
  ['src/main/hosts/web/x.ts', 'src/main/hosts/data-dir.ts'],
  ['src/main/hosts/cli/x.ts', 'src/main/hosts/web/serve.ts'],
  ['src/main/hosts/cli/x.ts', 'src/main/command-core.ts'],
  ['src/preload/x.ts', 'electron'],
  ['src/preload/x.ts', 'src/shared/call-names.ts'],
  ['src/renderer/main.tsx', 'src/renderer/shell/App.tsx'],
  ['src/renderer/shell/x.ts', 'src/renderer/panes/PaneView.tsx'],
  ['src/renderer/panes/x.ts', 'src/renderer/actions/open.ts'],
  ['src/renderer/panes/x.ts', 'src/renderer/dom/text-offsets.ts'],
  ['src/renderer/panes/x.ts', 'src/renderer/replica/rows.ts'],
  ['src/renderer/panes/x.ts', 'react'],
  ['src/renderer/compare/beside/x.ts', 'src/renderer/compare/in-text/told.ts'],
  ['src/renderer/compare/beside/x.ts', 'src/shared/comparison/look-up.ts'],
  ['src/renderer/actions/x.ts', 'src/renderer/state/panes.ts'],
  ['src/renderer/actions/x.ts', 'src/renderer/client/api.ts'],
  ['src/renderer/replica/x.ts', 'src/renderer/client/api.ts'],
  ['src/renderer/dom/painter.ts', 'mark.js'],
]

/** How a file would write that import. */
function specifier(file: string, imported: string): string {
  const ours = /^(src|scripts|tests)\/|^package\.json$/.test(imported)
  const path = posix.relative(posix.dirname(file), imported)
  return ours ? (path.startsWith('.') ? path : `./${path}`) : imported
}

const refused = (file: string, text: string): readonly string[] =>
  forbiddenImports([parseSource(file, text)]).map(({ message }) => message)

describe('the check of imports', () => {
  it.each(forbidden)('refuses in %s an import of %s', (file, imported) =>
    expect(refused(file, `export * from '${specifier(file, imported)}'\n`)).toHaveLength(1),
  )

  it.each(allowed)('allows in %s an import of %s', (file, imported) =>
    expect(refused(file, `export * from '${specifier(file, imported)}'\n`)).toEqual([]),
  )

  it.each([
    ['a type', "import type { A } from '../main/app.ts'\n"],
    ['a type in brackets', "import { type A } from '../main/app.ts'\n"],
    ['a type in place', "export type A = import('../main/app.ts').A\n"],
    ['an effect', "import '../main/app.ts'\n"],
    ['a later import', "export const later = () => import('../main/app.ts')\n"],
    ['a name handed on', "export { a } from '../main/app.ts'\n"],
    ['a file with a question', "import text from '../main/app.ts?raw'\nexport const a = text\n"],
  ])('sees %s', (_what, text) => expect(refused('src/shared/x.ts', text)).toHaveLength(1))

  it('refuses what only the run would know', () => {
    expect(refused('src/main/core/x.ts', 'export const a = (b: string) => import(b)\n')).toEqual([
      'imports (computed): what is imported must stand there as words',
    ])
  })

  it('goes by where a path leads, not by the names in it', () => {
    const around = "export * from '../shared/../compare/compare.ts'\n"
    expect(refused('src/renderer/panes/x.ts', around.replace('../', '../../'))).toHaveLength(1)
    expect(refused('src/compare/x.ts', around)).toEqual([])
  })

  it('says where, what and why', () => {
    const text = "\nimport { a } from 'electron'\nexport const b = a\n"
    expect(forbiddenImports([parseSource('src/main/core/x.ts', text)])).toEqual([
      {
        file: 'src/main/core/x.ts',
        line: 2,
        key: 'src/main/core/x.ts -> electron',
        message: 'imports electron: only hosts/electron and the preload know Electron',
      },
    ])
  })

  it('is part of the lint step, and fails it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parallax-structure-'))
    try {
      await put(folder, {
        'scripts/lib/structure/debts.json': '{}\n',
        'src/shared/x.ts': "export * from '../main/app.ts'\n",
        'src/main/app.ts': "export * from '../shared/x.ts'\n",
      })
      const args = [join(root, 'scripts/check-structure.mjs'), '--root', folder]
      const { code, output } = await run(process.execPath, args, root)
      expect(output).toContain('src/shared/x.ts:1 imports ../main/app.ts')
      expect(output).toContain('src/main/app.ts, src/shared/x.ts import each other in a circle')
      expect(code).toBe(1)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-layers-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

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
    return (await run(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], into)).output
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
