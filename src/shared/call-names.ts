// Names only: the sandboxed preload bundles this file and nothing else of the table.

export const callNames = [
  'app-start',
  'settings-save',
  'session-save',
  'library-open',
  'library-pick',
  'library-refresh',
  'library-import',
  'library-add',
  'library-paste',
  'library-stop',
  'library-report',
  'sample-open',
  'folders-list',
  'article-open',
  'article-picture',
  'article-split',
  'article-correct',
  'corrections-offers',
  'corrections-apply',
  'annotations-create',
  'annotations-update',
  'annotations-delete',
  'annotations-restore',
  'tags-list',
  'history-undo',
  'history-redo',
  'export-build',
  'export-save',
  'link-open',
] as const
export type CallName = (typeof callNames)[number]

export const eventNames = [
  'library-opened',
  'library-changed',
  'library-progress',
  'annotations-changed',
  'history-changed',
  'notice',
  'command',
] as const
export type EventName = (typeof eventNames)[number]
