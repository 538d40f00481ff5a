// The loopback host, whole: the core behind the server. Used by `out/main/web.js` and `parallax serve`.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type App, createApp, type Dispatch } from '../../app.ts'
import { bundledReaders } from '../../work/fork-readers.ts'
import { createPool } from '../../work/pool.ts'
import { dataDir } from '../data-dir.ts'
import { hasDisplay, openBrowser } from './browser.ts'
import { startServer } from './server.ts'

export interface ServeOptions {
  /** The built bundles: `out/main`. */
  readonly bundle: string
  readonly version: string
  readonly library?: string
  readonly port: number
}

/** Serves until the process is told to end; then finishes what is being written. */
export async function serve({ bundle, version, library, port }: ServeOptions): Promise<void> {
  const data = dataDir()
  let app: Promise<App> | null = null
  const dispatch = async (): Promise<Dispatch> => {
    if (!app) throw new Error('a call came before the core was there')
    return (await app).dispatch
  }
  const server = await startServer(dispatch, join(bundle, '../renderer'), port)
  app = createApp({
    host: {
      capabilities: { folderDialog: false, saveDialog: false, nativeMenu: false, openLinks: false },
      emit: (event, data, at) => server.emit({ event, data, at }),
      windows: () => server.windows(),
    },
    work: createPool({
      start: bundledReaders(bundle),
      compareUrl: pathToFileURL(join(bundle, 'compare-worker.js')),
      warm: true,
    }),
    version,
    dataDir: data,
    resources: join(bundle, '../../resources'),
    now: () => new Date(),
    indexWorker: pathToFileURL(join(bundle, 'index-worker.js')),
    ...(library !== undefined && { library }),
    onBug: (thrown) => process.stderr.write(`parallax: ${String(thrown)}\n`),
  })
  try {
    await app
  } catch (thrown) {
    await server.close()
    throw thrown
  }
  process.stdout.write(`Parallax is open at ${server.address}\n`)
  if (hasDisplay() && !(await openBrowser(server.address, data)))
    process.stderr.write('No browser could be started: open the address above in one.\n')

  let closing = false
  const close = (): void => {
    if (closing) return
    closing = true
    void (async () => {
      await server.close()
      await (await app)?.close()
      process.exit(0)
    })()
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
  process.on('SIGHUP', close)
}
