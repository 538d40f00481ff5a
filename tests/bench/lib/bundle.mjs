// Our sources for a benchmark: in this process, or as one script for a page.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Imports modules of `src` into this process, all in one bundle. @param exports lines of `export … from` */
export const importSources = async (name, exports) => import(await bundleSources(name, exports))

/** The address of that bundle, for another process. It is there until this one ends. */
export async function bundleSources(name, exports) {
  const outDir = join(root, 'node_modules', '.cache', 'parallax-bench', `${name}-${process.pid}`)
  await build({
    ...common(exports),
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20.19',
      rolldownOptions: { input: 'virtual:entry', output: { entryFileNames: 'entry.mjs' } },
    },
  })
  // Kept to the end: a part of it may be loaded only when it is needed.
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))
  return pathToFileURL(join(outDir, 'entry.mjs')).href
}

/** One of our programs, such as a worker thread, as one file. Gives its address. @param source in `src` */
export async function bundleProgram(source) {
  const name = source.split('/').at(-1).replace(/\.ts$/, '')
  const outDir = join(root, 'node_modules', '.cache', 'parallax-bench', `${name}-${process.pid}`)
  await build({
    ...common(''),
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20.19',
      rolldownOptions: { input: join(root, source), output: { entryFileNames: 'program.mjs' } },
    },
  })
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))
  return pathToFileURL(join(outDir, 'program.mjs'))
}

/** The same as the text of a script that sets `globalThis.bench`. */
export async function scriptOfSources(exports) {
  const [{ output }] = [
    await build({
      ...common(exports),
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        minify: true,
        lib: {
          entry: 'virtual:entry',
          formats: ['iife'],
          name: 'bench',
          fileName: () => 'bench.js',
        },
      },
    }),
  ].flat(2)
  return output.find(({ type }) => type === 'chunk').code
}

const common = (exports) => ({
  configFile: false,
  logLevel: 'error',
  root,
  plugins: [
    {
      name: 'entry',
      enforce: 'pre',
      resolveId: (id) => (id.endsWith('virtual:entry') ? join(root, 'bench-entry.mjs') : null),
      load: (id) => (id === join(root, 'bench-entry.mjs') ? exports : null),
    },
  ],
})
