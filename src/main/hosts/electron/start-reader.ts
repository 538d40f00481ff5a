// Starts the processes that read files nobody here wrote, where Electron is there.
import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { giveWay } from '../../work/fork-readers.ts'
import { bareEnvironment, readerMemory, readerWords, type StartReader } from '../../work/reader.ts'

/** Milliseconds after which a process that was told to end is ended by force. */
const patience = 500

/** @param bundle the built bundles: `out/main` */
export function electronReaders(bundle: string): StartReader {
  const words = readerWords({
    workerPath: join(bundle, 'worker.js'),
    memoryLimit: readerMemory,
  })
  const env = bareEnvironment()
  return (isAsked) => {
    const child = utilityProcess.fork(join(bundle, 'electron-reader.js'), words, {
      serviceName: 'Parallax reader',
      env,
      stdio: 'ignore',
    })
    if (!isAsked) child.once('spawn', () => giveWay(child.pid))
    return {
      post: (request) => child.postMessage(request),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', (code) => listener(`ended with ${code}`)),
      kill: () => end(child),
    }
  }
}

/** A process that is told to end, and by force if it does not. */
function end(child: Electron.UtilityProcess): void {
  const { pid } = child
  child.kill()
  const forced = setTimeout(() => {
    if (pid !== undefined && child.pid === pid) process.kill(pid, 'SIGKILL')
  }, patience)
  forced.unref()
}
