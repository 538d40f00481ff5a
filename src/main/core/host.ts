// What the core asks of whoever shows it: Electron, a browser over loopback, or the command line.
// What a host cannot do it leaves out, and says so in its capabilities.
import type { EventName } from '../../shared/call-names.ts'
import type { Capabilities, EventData } from '../../shared/calls.ts'

export interface Host {
  readonly capabilities: Capabilities
  emit<E extends EventName>(event: E, data: EventData<E>): void
  /** A folder's absolute path; null when the user thought better of it. */
  pickFolder?(): Promise<string | null>
  /** Where to save, the user having agreed to overwrite; null when the user thought better of it. */
  pickSavePath?(suggestedName: string): Promise<string | null>
  /** Opens a web address outside the app. The core has checked it. */
  openLink?(url: string): Promise<void>
}
