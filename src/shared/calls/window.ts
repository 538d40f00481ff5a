// What a window asks and hears that is about no library: how things stand as it begins, links, notices.
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { actionIds } from '../menu.ts'
import { Settings } from '../model/settings.ts'
import { type CallTable, type EventTable, windows } from './call-rule.ts'
import { nothing } from './fields.ts'
import { OpenLibrary } from './library.ts'

/** What a host can do. Where it cannot, the app offers another way. */
export const Capabilities = z.strictObject({
  /** A native dialog that picks a folder. Otherwise: the app's own picker, over `folders-list`. */
  folderDialog: z.boolean(),
  /** A native dialog that saves a file. Otherwise: a download. */
  saveDialog: z.boolean(),
  /** A native menu bar. Otherwise: the app draws one. */
  nativeMenu: z.boolean(),
  /** Opening a web link outside the app. Otherwise: a new tab of the browser. */
  openLinks: z.boolean(),
})
export type Capabilities = Readonly<z.infer<typeof Capabilities>>

export const AppStart = z.strictObject({
  version: z.string(),
  /** `process.platform` of the core: decides whether keys say Ctrl or ⌘. */
  platform: z.string(),
  capabilities: Capabilities,
  settings: Settings,
  recent: z.array(z.strictObject({ path: z.string(), name: z.string() })),
  library: OpenLibrary.nullable(),
  /** The sample library was made just now, for the first start. */
  firstStart: z.boolean(),
  notices: z.array(AppError),
})
export type AppStart = Readonly<z.infer<typeof AppStart>>

export const windowCalls = {
  'app-start': { arg: nothing, result: AppStart, of: 'app', hosts: windows },
  'link-open': {
    arg: z.strictObject({ url: z.string().max(2_000) }),
    result: nothing,
    of: 'app',
    hosts: windows,
  },
} satisfies CallTable

export const windowEvents = {
  'notice': AppError,
  /** A native menu item was chosen. */
  'command': z.strictObject({ action: z.enum(actionIds) }),
} satisfies EventTable
