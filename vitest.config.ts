// Two kinds of tests: pure code and the main process in Node, the renderer in a real Chromium. Those in
// Node are three projects only because of what shares a process: all that is pure; what opens libraries and
// leaves the process as it was; and, each in its own, what does not.
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { findChromium } from './scripts/lib/chromium.mjs'
import { quietly } from './scripts/lib/chromium-quiet.mjs'

/** The Chromium to run; undefined where there is none yet, which Playwright then tells. */
const executablePath = findChromium()?.path

/** From bytes to an article: nothing is written, nothing is kept. */
const reading = 'tests/main/reading/**/*.test.ts'

/**
 * Each in a process of its own: what starts processes, holds locks of their own or puts others in the place of
 * what is loaded; and what counts from its first run on.
 */
const alone = [
  'tests/main/{hosts,index,soak,store,work}/**/*.test.ts',
  'tests/main/throttle.test.ts',
  ...[
    'adding',
    'all-or-none',
    'clock',
    'crash',
    'large-sheets',
    'new-kind',
    'watching',
    'write-access',
  ].map((name) => `tests/main/library/${name}.test.ts`),
  'tests/scripts/**/*.test.ts',
  'tests/shared/markdown/parse-cost.test.ts',
]

const isRoot = process.getuid?.() === 0

export default defineConfig({
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    watch: false,
    // Else one core is left to what only hands out the files.
    maxWorkers: '100%',
    // Slower machines get time; what fails once and passes again there is told by the reporter.
    testTimeout: 20_000,
    retry: process.env.CI ? 1 : 0,
    attachmentsDir: 'node_modules/.cache/vitest/attachments',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Each library of theirs has a folder of its own: a process loads the core once for many.
          isolate: false,
          include: ['tests/main/**/*.test.ts'],
          exclude: [reading, ...alone],
        },
      },
      {
        extends: true,
        test: { name: 'unit-alone', environment: 'node', include: alone },
      },
      {
        extends: true,
        test: {
          name: 'unit-pure',
          environment: 'node',
          // Nothing they load keeps anything: a process loads it once for all of them.
          isolate: false,
          include: ['tests/shared/**/*.test.ts', 'tests/compare/**/*.test.ts', reading],
          exclude: alone,
        },
      },
      {
        extends: true,
        plugins: [react()],
        // Found late, a package would reload the page in the middle of a test.
        optimizeDeps: {
          include: [
            '@tanstack/react-virtual',
            'fast-check',
            'lucide-react',
            'mark.js',
            'mdast-util-from-markdown',
            'mdast-util-gfm',
            'micromark-extension-gfm',
            'react',
            'react-aria-components',
            'react-dom',
            'react-dom/client',
            'react-resizable-panels',
            'react/jsx-dev-runtime',
            'zod',
            'zustand',
            'zustand/react/shallow',
          ],
        },
        test: {
          name: 'dom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1000, height: 700 },
            provider: playwright({
              launchOptions: {
                ...(executablePath ? { executablePath } : {}),
                args: [
                  ...(isRoot ? ['--no-sandbox'] : []),
                  ...quietly,
                  '--disable-sync',
                  '--no-first-run',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
