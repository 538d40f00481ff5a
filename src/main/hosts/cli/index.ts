// Entry of the command line: `parallax COMMAND …`. Results on standard output, messages on standard
// error.
import packageJson from '../../../../package.json' with { type: 'json' }
import { runCommand } from './run.ts'

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', (thrown: NodeJS.ErrnoException) => {
  process.exit(thrown.code === 'EPIPE' ? 0 : 1)
})

const context = { bundle: import.meta.dirname, version: packageJson.version }
process.exitCode = await runCommand(process.argv.slice(2), context, process)
