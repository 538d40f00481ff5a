// What the user has chosen for every library, and where each library was left.
import { z } from 'zod'
import { colors } from './color.ts'
import { ArticleId } from './library.ts'
import { limits } from './limits.ts'
import { ListOrder } from './list-order.ts'

export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'sepia', 'dark']),
  font: z.enum(['serif', 'sans', 'dyslexia']),
  /** CSS pixels. */
  fontSize: z.number().min(12).max(32),
  /** Multiple of the font size. */
  lineHeight: z.number().min(1.2).max(2.4),
  /** Characters. */
  measure: z.number().min(40).max(100),
  justify: z.boolean(),
  hyphenate: z.boolean(),
  furniture: z.enum(['dimmed', 'collapsed', 'shown']),
  /** Whether H, T, N, 1–8 … act without a modifier. */
  singleKeys: z.boolean(),
  lastColor: z.enum(colors),
  /** How words are found in an article: see `FindChoices`. */
  findCase: z.boolean(),
  findWords: z.boolean(),
  findAccents: z.boolean(),
  /** What is typed is a regular expression. */
  findPattern: z.boolean(),
})
export type Settings = Readonly<z.infer<typeof Settings>>

export const SettingsPatch = Settings.partial()
export type SettingsPatch = Readonly<z.infer<typeof SettingsPatch>>

/** One pane of the reading room. */
export const PaneState = z.strictObject({
  article: ArticleId,
  /** Offset of the first character in view. */
  top: z.number().int().nonnegative(),
  /** Share of the width in percent; null: an equal share. */
  size: z.number().positive().max(100).nullable(),
  /** Size of its text as a multiple of the one that is set for all; absent: the same. */
  zoom: z.number().min(0.5).max(3).optional(),
})
export type PaneState = Readonly<z.infer<typeof PaneState>>

/** Two places that the reader has pinned together for scrolling in step. */
export const Pin = z.strictObject({
  a: z.strictObject({ article: ArticleId, offset: z.number().int().nonnegative() }),
  b: z.strictObject({ article: ArticleId, offset: z.number().int().nonnegative() }),
})
export type Pin = Readonly<z.infer<typeof Pin>>

/** Articles as they stand side by side, as it is kept. */
export const Arrangement = z.strictObject({
  panes: z.array(PaneState),
  /** Index of the pane in focus. */
  focused: z.number().int().nonnegative(),
  pins: z.array(Pin).default([]),
})
export type Arrangement = Readonly<z.infer<typeof Arrangement>>

/** The same as a window may ask for it. */
export const ShownArrangement = Arrangement.extend({
  panes: z.array(PaneState).max(limits.panes),
  pins: z.array(Pin).max(limits.pins).default([]),
})

/** How a library's window was left. */
export const Session = ShownArrangement.extend({
  /** Whether the sides are unfolded. */
  left: z.boolean(),
  right: z.boolean(),
  /** The story that is laid out; null: none. */
  story: z.uuid().nullable().default(null),
  /** Whether the open articles are compared. */
  comparing: z.boolean().default(false),
  /** Whether the fact table is open. */
  table: z.boolean().default(false),
  /** How the list of articles is ordered, grouped and narrowed down. */
  list: ListOrder.default({ sort: 'path' }),
})
export type Session = Readonly<z.infer<typeof Session>>
