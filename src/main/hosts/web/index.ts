// Entry of the loopback host: `node out/main/web.js [LIBRARY] [--port N]`.
import { parseArgs } from 'node:util'
import packageJson from '../../../../package.json' with { type: 'json' }
import { serve } from './serve.ts'

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { port: { type: 'string', default: '0' } },
    allowPositionals: true,
  })
  const [library] = positionals
  await serve({
    bundle: import.meta.dirname,
    version: packageJson.version,
    port: Number(values.port),
    ...(library !== undefined && { library }),
  })
}

main().catch((thrown: unknown) => {
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  process.stderr.write(`Parallax could not start: ${reason}\n`)
  process.exitCode = 1
})
