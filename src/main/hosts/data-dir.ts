// Where the user's own data lives: the same folder for every host, and the one Electron would choose.
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** `PARALLAX_DATA_DIR`, else the platform's folder for application data. */
export function dataDir(env: NodeJS.ProcessEnv = process.env): string {
  return env.PARALLAX_DATA_DIR || join(applicationData(env), 'Parallax')
}

function applicationData({ APPDATA, XDG_CONFIG_HOME = '' }: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return APPDATA || join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  // An empty or relative path counts as unset (XDG Base Directory Specification).
  return isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : join(homedir(), '.config')
}
