// Where the user's own data lives: the same folder for every host, and the one Electron would choose.
import { homedir } from 'node:os'
import { join } from 'node:path'

/** `PARALLAX_DATA_DIR`, else the platform's folder for application data. */
export function dataDir(env: NodeJS.ProcessEnv = process.env): string {
  if (env.PARALLAX_DATA_DIR) return env.PARALLAX_DATA_DIR
  const base =
    process.platform === 'win32'
      ? (env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'))
      : process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Application Support')
        : (env.XDG_CONFIG_HOME ?? join(homedir(), '.config'))
  return join(base, 'Parallax')
}
