// Entry of a process that reads, where Node starts it. Ends with the core, whatever its thread is doing.
import { supervise } from './supervise.ts'

process.on('disconnect', () => process.exit())
// The core may have gone while this was being loaded: then nobody says so any more.
if (!process.connected) process.exit()
supervise(
  {
    post: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  },
  process.argv.slice(2),
)
