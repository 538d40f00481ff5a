// One build for all three hosts: main (Electron, web server, command line, readers), preload, renderer.
import { cpSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { callNames, eventNames } from './src/shared/call-names.ts'
import { calls } from './src/shared/calls.ts'

/** The character maps of pdf.js, by which text in Chinese, Japanese and Korean is read from PDFs. */
const characterMaps = {
  name: 'character-maps',
  writeBundle({ dir = '' }: { readonly dir?: string }) {
    const library = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
    cpSync(join(library, 'cmaps'), join(dir, 'cmaps'), { recursive: true })
  },
}

/** SQLite for every system there is a binary for; `src/main/index/sqlite.ts` looks for them here. */
const sqliteBinaries = {
  name: 'sqlite-binaries',
  writeBundle({ dir = '' }: { readonly dir?: string }) {
    const binaries = fileURLToPath(
      new URL('node_modules/@photostructure/sqlite/prebuilds', import.meta.url),
    )
    // Left out by the install where no binary fits; Node's own stands in there.
    if (existsSync(binaries)) cpSync(binaries, join(dir, 'sqlite'), { recursive: true })
  },
}

const ofWindow = callNames.filter((name) => calls[name].hosts.includes('electron'))

/**
 * In the preload the table is the names of what its window may call and hears, as plain lists: no schema
 * and no library come with it.
 */
const namesOnly = {
  name: 'names-only',
  load: (id: string) =>
    id.replaceAll('\\', '/').endsWith('/src/shared/call-names.ts')
      ? [
          `export const callNames = ${JSON.stringify(ofWindow)}`,
          `export const eventNames = ${JSON.stringify(eventNames)}`,
        ].join('\n')
      : null,
}

interface Modules {
  getModuleInfo(
    id: string,
  ): { readonly isEntry: boolean; readonly importers: readonly string[] } | null
}

/**
 * All that the window needs to start is one chunk. What is loaded later would part it into as many as there
 * are ways to share, each packed by itself: more to send, and more to ask for.
 */
const startChunk = (id: string, modules: Modules): string | null =>
  // A library's index names all of it, needed or not.
  !id.includes('node_modules') && isOfStart(id, modules, new Set()) ? 'start' : null

function isOfStart(id: string, modules: Modules, seen: Set<string>): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  const info = modules.getModuleInfo(id)
  return (
    info !== null &&
    (info.isEntry || info.importers.some((importer) => isOfStart(importer, modules, seen)))
  )
}

export default defineConfig({
  main: {
    plugins: [characterMaps, sqliteBinaries],
    build: {
      // The web host, the command line and the test double run this bundle on Node 20.
      target: 'node20.19',
      // Bundle the libraries: what is packaged then needs no node_modules.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: 'src/main/hosts/electron/index.ts',
          web: 'src/main/hosts/web/index.ts',
          cli: 'src/main/hosts/cli/index.ts',
          reader: 'src/main/work/reader-process.ts',
          'electron-reader': 'src/main/hosts/electron/reader-process.ts',
          worker: 'src/main/work/worker.ts',
          'compare-worker': 'src/main/work/compare-worker.ts',
          'index-worker': 'src/main/index/index-worker.ts',
        },
      },
    },
  },
  preload: {
    plugins: [namesOnly],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload is loaded as one CommonJS file (Electron docs, "ES Modules").
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    plugins: [
      react(),
      // The window speaks English; react-aria brings its words in thirty languages.
      { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
    ],
    build: {
      minify: true,
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: startChunk }] } },
      },
    },
  },
})
