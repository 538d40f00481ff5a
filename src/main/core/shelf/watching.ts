// Notices what other programs do to a library's folder while it is open. Only folders are watched, not
// each file in them: a library of fifty thousand files costs as many watches as it has folders.
import { basename, join, relative, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { isHiddenName } from '../../../shared/text/hidden-name.ts'
import { createChangedPaths } from './changed-paths.ts'
import { isArticleName } from './walk.ts'

export interface WatchingDeps {
  readonly root: string
  /**
   * Something changed, and no file is growing any more. Another call comes only after this one is done.
   * @param paths as `FoundFile.path`, of the files alone that changed; null when it may be any
   */
  readonly changed: (paths: ReadonlySet<string> | null) => Promise<void>
  /** The folder cannot be watched; nothing more comes. Called once at most. */
  readonly failed: (thrown: unknown) => void
  /** Changes are on their way that are our own: wait until they are done. */
  readonly isBusy: () => boolean
}

export interface Watching {
  /** Resolves when the folder is being watched, or cannot be. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

/** Milliseconds of quiet before a look, and after which one is taken though a file still grows. */
const quiet = 400
const patience = 10_000

/** Begins to watch. Never keeps the process alive. */
export function watchFolder({ root, changed, failed, isBusy }: WatchingDeps): Watching {
  const pending = createChangedPaths(root)
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let closed = false

  const watcher: FSWatcher = watch(root, {
    // Windows tells of a folder that vanished as an error, which only a persistent watch listens for.
    persistent: process.platform === 'win32',
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path, stats) => stats?.isFile() === true || isSkipped(root, path),
  })

  const note = (path: string, isFolder: boolean): void => {
    if (closed) return
    pending.note(path, isFolder)
    arm()
  }

  const arm = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      // After the look that is under way: two at a time would tell the same files twice.
      looking = looking.then(look).catch(stop)
    }, quiet)
    timer.unref()
  }

  const look = async (): Promise<void> => {
    if (closed || pending.isEmpty()) return
    const isDone = (await pending.areStill()) && !isBusy()
    if (closed) return
    if (!isDone && pending.age() < patience) return arm()
    await changed(pending.take())
  }

  const stop = (thrown: unknown): void => {
    if (closed) return
    closed = true
    clearTimeout(timer)
    void watcher.close()
    failed(thrown)
  }

  watcher.on('addDir', (path) => note(path, true))
  watcher.on('unlinkDir', (path) => note(path, true))
  watcher.on('error', stop)
  // What happens to the files in a watched folder is heard as it comes from the system.
  watcher.on('raw', (_event, name, details: unknown) => {
    const folder = watchedPath(details) ?? root
    const file = basename(name || folder)
    // A folder that is itself moved or removed says its own name.
    const path = file === basename(folder) ? folder : join(folder, file)
    if (isSkipped(root, path)) return
    if (path === folder) note(path, true)
    else if (isArticleName(file)) note(path, false)
  })

  return {
    ready: new Promise((done) => {
      watcher.once('ready', done)
      watcher.once('error', () => done())
    }),
    async close() {
      closed = true
      clearTimeout(timer)
      await Promise.all([watcher.close(), looking])
    },
  }
}

/** As the folder walk has it: what is hidden, and other programs' parts, are not the user's articles. */
const isSkipped = (root: string, path: string): boolean =>
  relative(root, path)
    .split(sep)
    .some((part) => part !== '..' && isHiddenName(part))

function watchedPath(details: unknown): string | null {
  if (typeof details !== 'object' || details === null || !('watchedPath' in details)) return null
  return typeof details.watchedPath === 'string' ? details.watchedPath : null
}
