// Every dialog by its name. Loaded after the start: the window is there before they are.

import { AddDialog } from '../adding/AddDialog.tsx'
import { PasteDialog } from '../adding/PasteDialog.tsx'
import { ReportDialog } from '../adding/ReportDialog.tsx'
import { MoveNotesDialog } from '../annotations/MoveNotesDialog.tsx'
import { TagDialog } from '../annotations/TagDialog.tsx'
import { CorrectDialog } from '../corrections/CorrectDialog.tsx'
import { EncodingDialog } from '../corrections/EncodingDialog.tsx'
import { ExportDialog } from '../exchange/ExportDialog.tsx'
import { ImportDialog } from '../exchange/ImportDialog.tsx'
import { FindStoriesDialog } from '../library/FindStoriesDialog.tsx'
import { FolderDialog } from '../library/FolderDialog.tsx'
import { ProblemsDialog } from '../library/ProblemsDialog.tsx'
import { StoryDialog } from '../library/StoryDialog.tsx'
import { PictureDialog } from '../panes/PictureDialog.tsx'
import { KeepSearchDialog } from '../search/KeepSearchDialog.tsx'
import { SettingsDialog } from '../settings/SettingsDialog.tsx'
import type { DialogName } from '../state/ui.ts'
import { AboutDialog } from './AboutDialog.tsx'
import { HelpDialog } from './HelpDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { MessagesDialog } from './MessagesDialog.tsx'

/** All but those in which the reader types at once. */
export type LaterDialog = Exclude<DialogName, 'palette' | 'go-to-article'>

export function Dialogs({ name }: { name: LaterDialog }) {
  switch (name) {
    case 'about':
      return <AboutDialog />
    case 'add':
      return <AddDialog />
    case 'correct':
      return <CorrectDialog />
    case 'encoding':
      return <EncodingDialog />
    case 'export':
      return <ExportDialog />
    case 'find-stories':
      return <FindStoriesDialog />
    case 'help':
      return <HelpDialog />
    case 'import':
      return <ImportDialog />
    case 'keep-search':
      return <KeepSearchDialog />
    case 'keys':
      return <KeysDialog />
    case 'messages':
      return <MessagesDialog />
    case 'move-notes':
      return <MoveNotesDialog />
    case 'open-folder':
      return <FolderDialog />
    case 'paste':
      return <PasteDialog />
    case 'picture':
      return <PictureDialog />
    case 'problems':
      return <ProblemsDialog />
    case 'reading-report':
      return <ReportDialog />
    case 'settings':
      return <SettingsDialog />
    case 'story':
      return <StoryDialog />
    case 'tag':
      return <TagDialog />
  }
}
