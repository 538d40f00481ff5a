// Who may import whom, as data: the one place where the order of the house is written for a machine.
// ARCHITECTURE.md says the same in words; tests/main/layers.test.ts breaks every rule once.

/**
 * A room is some files with the same rights. A file belongs to the first room that names it.
 * @typedef {object} Room
 * @property {string} name
 * @property {readonly string[]} at files, or folders with a `/` at their end; `*` is one name of a path
 * @property {readonly string[]} may the rooms that it may import, besides itself
 * @property {readonly string[]} [packages] the only packages it may import; any, where left out
 * @property {true} [apart] each folder that `*` stands for is a room of its own
 * @property {string} [within] whoever may import this room may import that part of it too
 */

const pureText = ['mdast', 'mdast-util-from-markdown', 'mdast-util-gfm', 'micromark-extension-gfm']

const underFeatures = ['main base', 'core', 'shelf', 'store', 'index', 'reading', 'work']
// A host hands in how a process that reads is started.
const underHosts = ['app', 'main base', 'work', 'hosts', 'manifest', 'shared']
const underPanes = ['actions', 'replica', 'state', 'client', 'dom', 'parts', 'styles', 'shared']

/** @type {readonly Room[]} */
export const rooms = [
  { name: 'manifest', at: ['package.json'], may: [] },
  { name: 'call names', at: ['src/shared/call-names.ts'], within: 'shared', may: ['shared'] },
  {
    name: 'shared',
    at: ['src/shared/'],
    may: ['call names'],
    packages: ['zod', 'approx-string-match', ...pureText],
  },
  {
    name: 'compare',
    at: ['src/compare/'],
    may: ['shared'],
    packages: ['zod', 'chrono-node', 'snowball-stemmers'],
  },

  { name: 'store', at: ['src/main/store/'], may: ['main base', 'shared'] },
  { name: 'index', at: ['src/main/index/'], may: ['main base', 'compare', 'shared'] },
  { name: 'reading', at: ['src/main/reading/'], may: ['main base', 'compare', 'shared'] },
  {
    name: 'work',
    at: ['src/main/work/'],
    may: ['main base', 'reading', 'index', 'compare', 'shared'],
  },
  {
    name: 'shelf',
    at: ['src/main/core/shelf/'],
    may: ['main base', 'core', 'store', 'index', 'work', 'reading', 'compare', 'shared'],
  },
  {
    name: 'core',
    at: ['src/main/core/'],
    may: ['main base', 'shelf', 'store', 'index', 'work', 'compare', 'shared'],
  },
  {
    name: 'main feature',
    at: ['src/main/features/*/'],
    apart: true,
    may: [...underFeatures, 'compare', 'shared'],
  },
  { name: 'electron host', at: ['src/main/hosts/electron/'], may: underHosts },
  { name: 'web host', at: ['src/main/hosts/web/'], may: underHosts },
  // `parallax serve` starts the web host, and `parallax read` reads one file in its own process.
  {
    name: 'command line',
    at: ['src/main/hosts/cli/'],
    may: [...underHosts, 'web host', 'reading'],
  },
  { name: 'hosts', at: ['src/main/hosts/'], may: ['main base', 'shared'] },
  // Small helpers that every part of main uses.
  {
    name: 'main base',
    at: [
      'src/main/errors.ts',
      'src/main/defined-only.ts',
      'src/main/in-slices.ts',
      'src/main/is-there.ts',
      'src/main/throttle.ts',
    ],
    may: ['shared'],
  },
  // The core as a host has it: behind dispatch.
  {
    name: 'app',
    at: ['src/main/app.ts', 'src/main/command-core.ts', 'src/main/library-folder.ts'],
    may: [...underFeatures, 'assembly', 'main feature', 'compare', 'shared'],
  },
  // What puts it together: whatever stands beside `app.ts`, and the parts of a library.
  {
    name: 'assembly',
    at: ['src/main/*', 'src/main/assembly/'],
    may: [...underFeatures, 'app', 'main feature', 'compare', 'shared'],
  },

  { name: 'preload', at: ['src/preload/'], may: ['call names'], packages: ['electron'] },

  { name: 'styles', at: ['src/renderer/styles/'], may: [] },
  { name: 'client', at: ['src/renderer/client/'], may: ['shared'] },
  { name: 'replica', at: ['src/renderer/replica/'], may: ['client', 'state', 'shared'] },
  { name: 'state', at: ['src/renderer/state/'], may: ['client', 'replica', 'shared'] },
  { name: 'actions', at: ['src/renderer/actions/'], may: ['replica', 'state', 'client', 'shared'] },
  { name: 'dom', at: ['src/renderer/dom/'], may: ['shared'] },
  {
    name: 'parts',
    at: ['src/renderer/parts/'],
    may: ['replica', 'state', 'client', 'dom', 'styles', 'shared'],
  },
  {
    name: 'shell',
    at: ['src/renderer/shell/', 'src/renderer/main.tsx'],
    may: [...underPanes, 'window feature'],
  },
  { name: 'window feature', at: ['src/renderer/*/'], apart: true, may: underPanes },
]

/**
 * Packages that only some places may import. A name with `*` at its end stands for all that begin so.
 * @typedef {object} Holder
 * @property {readonly string[]} packages
 * @property {readonly string[]} at what the paths of those that may begin with
 * @property {readonly string[]} [not] and of those that may not, though they are among them
 * @property {string} why
 */

/** @type {readonly Holder[]} */
export const holders = [
  {
    packages: ['electron'],
    at: ['src/main/hosts/electron/', 'src/preload/'],
    why: 'only hosts/electron and the preload know Electron',
  },
  { packages: ['lowdb'], at: ['src/main/store/'], why: 'only store/ writes the records' },
  {
    packages: ['@photostructure/sqlite', 'node-sqlite3-wasm', 'better-sqlite3', 'node:sqlite'],
    at: ['src/main/index/'],
    why: 'only index/ knows SQLite',
  },
  {
    packages: ['mark.js'],
    at: ['src/renderer/dom/painter.ts', 'src/renderer/dom/painter/'],
    why: 'only the painter touches mark.js',
  },
  { packages: ['ws'], at: ['src/main/hosts/web/'], why: 'only the web host speaks WebSocket' },
  {
    packages: ['react', 'react-*', 'lucide-react', 'zustand'],
    at: ['src/renderer/'],
    not: ['src/renderer/dom/', 'src/renderer/client/'],
    why: 'React is the window’s; the DOM of an article and the way to the core know nothing of it',
  },
  {
    packages: ['node:*', 'chokidar', 'yauzl'],
    at: ['src/main/'],
    why: 'only src/main runs on Node',
  },
]
