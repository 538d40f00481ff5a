// The development server's page instead of our own: only for `npm run dev`, and only from this
// machine. An environment is inherited by every program started in it; a switch is not. So the
// address counts only where the switch is given, and nothing but `npm run dev` gives it.

/** After `--` in the script `dev`. */
const devSwitch = '--parallax-dev-server'

export interface Started {
  readonly isPackaged: boolean
  readonly argv: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

/** The address that electron-vite gives its server; null where it is not to be loaded. */
export function devServerUrl({ isPackaged, argv, env }: Started): string | null {
  const url = env.ELECTRON_RENDERER_URL
  if (isPackaged || !argv.includes(devSwitch) || url === undefined) return null
  return isLoopback(url) ? url : null
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  return protocol === 'http:' && loopback.has(hostname) && username === '' && password === ''
}
