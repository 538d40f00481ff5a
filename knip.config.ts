// What nothing uses: files, exports and packages. Here stands only what knip cannot find out by itself.
import { dirname, relative, resolve } from 'node:path'
import type { KnipConfig } from 'knip'

/**
 * Benches bundle sources of ours by lines of `export … from` in a text, from the checkout's root. Knip
 * is shown them as imports of the bench.
 */
function withBundled(text: string, file: string): string {
  const lines = text.matchAll(/export (\{[^}]+\}|\*) from ['"](\.\/(?:src|tests)\/[^'"]+)['"]/g)
  const imports = [...lines].map(([, names = '', source = ''], line) => {
    const path = relative(dirname(file), resolve(source)).replaceAll('\\', '/')
    const from = `from '${path.startsWith('.') ? path : `./${path}`}'`
    if (names === '*') return `export * ${from}`
    return `import ${names.replace(/(\w+)(?=[\s,}])/g, `$1 as $1_${line}`)} ${from}`
  })
  return [text, ...imports].join('\n')
}

export default {
  entry: [
    'src/main/hosts/{electron,web,cli}/index.ts',
    'src/{main/{work,index},renderer/panes/find}/*worker.ts',
    'src/main/{work,hosts/electron}/reader-process.ts',
    'scripts/*.mjs',
    'tests/bench/*.bench.mjs',
    'tests/e2e/**/*.spec.ts',
    'playwright.config.ts',
    // Started as processes of their own.
    'tests/**/*-child.ts',
    // The stand-in for Electron and the app that it is tested with.
    'tests/double/{boot.mjs,utility-boot.mjs,electron.mjs,electron.cjs}',
    'tests/double/fixture-app/*',
  ],
  project: ['{src,scripts,tests}/**/*.{ts,tsx,mjs,cjs,js,css}', '*.config.ts', '!**/*.d.mts'],
  // Programs of the system that tests start.
  ignoreBinaries: ['mkfifo', 'mount', 'umount'],
  compilers: {
    mjs: withBundled,
    css: (text: string) =>
      [...text.matchAll(/@import "([^"]+)"/g)].map(([, name]) => `import '${name}'`).join('\n'),
  },
} satisfies KnipConfig
