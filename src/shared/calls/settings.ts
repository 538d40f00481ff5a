// The user’s settings, sessions, and the folders that a library can be chosen from.
import { z } from 'zod'
import { Session, Settings, SettingsPatch } from '../model/settings.ts'
import { type CallTable, windows } from './call-rule.ts'
import { nothing } from './fields.ts'

export const FolderListing = z.strictObject({
  path: z.string(),
  parent: z.string().nullable(),
  /** Places to begin at: home, documents, the drives. */
  places: z.array(z.strictObject({ name: z.string(), path: z.string() })),
  folders: z.array(z.strictObject({ name: z.string(), path: z.string() })),
  /** Files in this very folder that Parallax can read. */
  articles: z.number().int().nonnegative(),
})
export type FolderListing = Readonly<z.infer<typeof FolderListing>>

export const settingsCalls = {
  'settings-save': { arg: SettingsPatch, result: Settings, of: 'app', hosts: windows },
  'session-save': {
    arg: z.strictObject({ library: z.string(), session: Session }),
    result: nothing,
    of: 'app',
    hosts: windows,
  },
  'folders-list': {
    arg: z.strictObject({ path: z.string().nullable() }),
    result: FolderListing,
    of: 'app',
    hosts: windows,
  },
} satisfies CallTable
