// What nothing uses: files, exports and packages. Here stands only what knip cannot find out by itself.
import type { KnipConfig } from 'knip'

export default {
  entry: [
    'src/main/hosts/{electron,web,cli}/index.ts',
    'src/main/work/*worker.ts',
    'scripts/*.mjs',
    'tests/bench/*.bench.mjs',
    'tests/e2e/**/*.spec.ts',
    'playwright.config.ts',
    // Started as processes of their own.
    'tests/**/*-child.ts',
    // The stand-in for Electron and the app that it is tested with.
    'tests/double/{boot.mjs,electron.mjs,electron.cjs}',
    'tests/double/fixture-app/*',
  ],
  project: ['{src,scripts,tests}/**/*.{ts,tsx,mjs,cjs,js,css}', '*.config.ts', '!**/*.d.mts'],
  // Programs of the system that tests start.
  ignoreBinaries: ['mkfifo', 'mount', 'umount'],
  compilers: {
    css: (text: string) =>
      [...text.matchAll(/@import "([^"]+)"/g)].map(([, name]) => `import '${name}'`).join('\n'),
  },
} satisfies KnipConfig
