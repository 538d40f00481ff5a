// Entry of a process that reads, where Electron starts it. Chromium ends it with the app.
import { supervise } from '../../work/supervise.ts'

const { parentPort } = process
supervise(
  {
    post: (message) => parentPort.postMessage(message),
    onMessage: (listener) => void parentPort.on('message', ({ data }) => listener(data)),
  },
  process.argv.slice(2),
)
