// What the core asks of whoever shows it: Electron, a browser over loopback, or the command line.
// What a host cannot do it leaves out, and says so in its capabilities.
import type { Capabilities } from '../../shared/calls/window.ts'
import type { Tell } from './stream.ts'

export interface Host {
  readonly capabilities: Capabilities
  /** Carries an event to every window; each gets all of them in this order, or loses its connection. */
  readonly emit: Tell
  /** Ids of the windows that hear events now. */
  windows?(): readonly string[]
  /** A folder's absolute path; null when the user thought better of it. */
  pickFolder?(): Promise<string | null>
  /** Where to save, the user having agreed to overwrite; null when the user thought better of it. */
  pickSavePath?(suggestedName: string): Promise<string | null>
  /** Puts a file, by its absolute path, into the system's bin. Absent where a host has none. */
  toBin?(path: string): Promise<void>
  /** Opens a web address outside the app. The core has checked it. */
  openLink?(url: string): Promise<void>
}
