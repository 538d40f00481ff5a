// Notices what other programs do to a library's folder while it is open. Only folders are watched, not
// each file in them: a library of fifty thousand files costs as many watches as it has folders.
import { stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { isHiddenName } from '../../../shared/text/hidden-name.ts'
import { isArticleName } from './walk.ts'

export interface WatchingDeps {
  readonly root: string
  /** Something changed, and no file is growing any more. Another call comes only after this one is done. */
  readonly changed: () => Promise<void>
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
  /** Paths that changed, with the state they were last seen in. */
  const pending = new Map<string, string>()
  let since = 0
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

  const note = (path: string): void => {
    if (closed) return
    if (pending.size === 0) since = performance.now()
    if (!pending.has(path)) {
      pending.set(path, '')
      // What it is now, so that one quiet while is enough to see that it stays so.
      void stampOf(path).then((now) => {
        if (pending.get(path) === '') pending.set(path, now)
      })
    }
    arm()
  }

  const arm = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      // After the look that is under way: two at a time would tell the same files twice.
      looking = looking.then(look).catch(stop)
    }, quiet).unref()
  }

  const look = async (): Promise<void> => {
    if (closed || pending.size === 0) return
    let still = !isBusy()
    for (const [path, before] of pending) {
      const now = await stampOf(path)
      if (now !== before) still = false
      pending.set(path, now)
    }
    if (closed) return
    if (!still && performance.now() - since < patience) return arm()
    pending.clear()
    await changed()
  }

  const stop = (thrown: unknown): void => {
    if (closed) return
    closed = true
    clearTimeout(timer)
    void watcher.close()
    failed(thrown)
  }

  watcher.on('addDir', note)
  watcher.on('unlinkDir', note)
  watcher.on('error', stop)
  // What happens to the files in a watched folder is heard as it comes from the system.
  watcher.on('raw', (_event, name, details: unknown) => {
    const path = pathOf(root, name, watchedPath(details) ?? root)
    if (path !== null) note(path)
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

/** What an event in a watched folder is about; null for what is no article's and no folder's business. */
function pathOf(root: string, name: string, folder: string): string | null {
  const file = basename(name || folder)
  // A folder that is itself moved or removed says its own name.
  const path = file === basename(folder) ? folder : join(folder, file)
  return !isSkipped(root, path) && (path === folder || isArticleName(file)) ? path : null
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

/** Tells a file that grows from one that is done; '-' for one that is gone. */
async function stampOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(path)
    return `${size} ${mtimeMs}`
  } catch {
    return '-'
  }
}
