// Every action by name: its words, its key, its place in the menus. What it does is the renderer's
// (`actions/`); the native menu, the drawn menu, the palette and the key help all read this table.

export const menus = ['File', 'Edit', 'View', 'Annotate', 'Compare', 'Window', 'Help'] as const
export type MenuName = (typeof menus)[number]

export interface ActionInfo {
  readonly title: string
  readonly menu: MenuName
  /**
   * In Electron's accelerator words (`CmdOrCtrl+Shift+P`, `F6`, `Alt+Down`). A single letter or
   * digit acts only while the focus is in an article or its notes, never while typing.
   */
  readonly keys: readonly string[]
  /**
   * A key that acts only while the keyboard is in the find bar, and there before all others. On macOS
   * Option with a letter types a sign, so Command is held as well (`findKeyOf`).
   */
  readonly findKey?: string
  /** A line is drawn above it in menus. */
  readonly separated?: true
}

export const actions = {
  'open-folder': { title: 'Open folder…', menu: 'File', keys: ['CmdOrCtrl+O'] },
  'open-sample': { title: 'Open the sample library', menu: 'File', keys: [] },
  'refresh': { title: 'Look for new and changed files', menu: 'File', keys: ['F5'] },
  'add': { title: 'Add files…', menu: 'File', keys: ['CmdOrCtrl+Shift+O'], separated: true },
  'add-folder': { title: 'Add a folder…', menu: 'File', keys: [] },
  'paste-article': { title: 'Paste as new article', menu: 'File', keys: [] },
  'reading-report': { title: 'What was read…', menu: 'File', keys: [], separated: true },
  'stop-reading': { title: 'Stop reading', menu: 'File', keys: [] },
  'export': { title: 'Export…', menu: 'File', keys: ['CmdOrCtrl+E'], separated: true },
  'import': { title: 'Import annotations…', menu: 'File', keys: [] },
  'print': { title: 'Print this article…', menu: 'File', keys: ['CmdOrCtrl+Alt+P'] },
  'settings': { title: 'Settings…', menu: 'File', keys: ['CmdOrCtrl+,'], separated: true },
  'undo': { title: 'Undo', menu: 'Edit', keys: ['CmdOrCtrl+Z'] },
  'redo': { title: 'Redo', menu: 'Edit', keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'] },
  'find': { title: 'Find in this article', menu: 'Edit', keys: ['CmdOrCtrl+F'], separated: true },
  'find-next': { title: 'Find next', menu: 'Edit', keys: ['CmdOrCtrl+G'] },
  'find-previous': { title: 'Find previous', menu: 'Edit', keys: ['CmdOrCtrl+Shift+G'] },
  'find-case': { title: 'Find: capitals as typed', menu: 'Edit', keys: [], findKey: 'Alt+C' },
  'find-words': { title: 'Find: whole words', menu: 'Edit', keys: [], findKey: 'Alt+W' },
  'find-accents': { title: 'Find: accents as typed', menu: 'Edit', keys: [], findKey: 'Alt+A' },
  'find-pattern': { title: 'Find: regular expression', menu: 'Edit', keys: [], findKey: 'Alt+R' },
  'highlight-found': {
    title: 'Highlight what was found',
    menu: 'Edit',
    keys: [],
    findKey: 'CmdOrCtrl+Enter',
  },
  'highlight-all-found': {
    title: 'Highlight all that was found',
    menu: 'Edit',
    keys: [],
    findKey: 'Alt+Enter',
  },
  'search': { title: 'Search the library…', menu: 'Edit', keys: ['CmdOrCtrl+Shift+F'] },
  'search-next': { title: 'Next place that was found', menu: 'Edit', keys: ['F4'] },
  'search-previous': { title: 'Previous place that was found', menu: 'Edit', keys: ['Shift+F4'] },
  'keep-search': { title: 'Keep this search…', menu: 'Edit', keys: [] },
  'copy-quote': {
    title: 'Copy quote with reference',
    menu: 'Edit',
    keys: ['CmdOrCtrl+Shift+C'],
    separated: true,
  },
  'correct-article': { title: 'Correct title, author, date…', menu: 'Edit', keys: ['F2'] },
  'move-notes': { title: 'Move notes to another article…', menu: 'Edit', keys: ['Shift+F2'] },
  'read-encoding': {
    title: 'Read with another encoding…',
    menu: 'Edit',
    keys: ['CmdOrCtrl+F2'],
  },
  'reading-next': {
    title: 'Being read / read / new',
    menu: 'Edit',
    keys: ['R'],
    separated: true,
  },
  'mark-reading': { title: 'Mark as being read', menu: 'Edit', keys: [] },
  'mark-read': { title: 'Mark as read', menu: 'Edit', keys: [] },
  'mark-new': { title: 'Mark as new', menu: 'Edit', keys: [] },
  'palette': { title: 'All commands…', menu: 'View', keys: ['CmdOrCtrl+Shift+P'] },
  'go-to-article': { title: 'Go to article…', menu: 'View', keys: ['CmdOrCtrl+P'] },
  'toggle-left': {
    title: 'Show or hide the library',
    menu: 'View',
    keys: ['CmdOrCtrl+B'],
    separated: true,
  },
  'toggle-right': { title: 'Show or hide the notes', menu: 'View', keys: ['CmdOrCtrl+Alt+B'] },
  'focus-mode': { title: 'Only the text', menu: 'View', keys: ['CmdOrCtrl+.'] },
  'warnings': { title: 'Warnings of this article', menu: 'View', keys: ['Shift+F1'] },
  'order-articles': {
    title: 'Sort and group the articles…',
    menu: 'View',
    keys: [],
    separated: true,
  },
  'reverse-articles': { title: 'Reverse the order of the articles', menu: 'View', keys: [] },
  'narrow-articles': { title: 'List only some articles…', menu: 'View', keys: [] },
  'all-articles': { title: 'List all articles', menu: 'View', keys: [] },
  'text-larger': {
    title: 'Larger text',
    menu: 'View',
    keys: ['CmdOrCtrl+Plus', 'CmdOrCtrl+='],
    separated: true,
  },
  'text-smaller': { title: 'Smaller text', menu: 'View', keys: ['CmdOrCtrl+-'] },
  'text-reset': { title: 'Usual text size', menu: 'View', keys: ['CmdOrCtrl+0'] },
  'zoom-in': {
    title: 'Larger text in this pane',
    menu: 'View',
    keys: ['Alt+='],
    separated: true,
  },
  'zoom-out': { title: 'Smaller text in this pane', menu: 'View', keys: ['Alt+-'] },
  'zoom-reset': { title: 'Text in this pane as in the others', menu: 'View', keys: ['Alt+0'] },
  'theme': { title: 'Next theme', menu: 'View', keys: ['CmdOrCtrl+Shift+L'], separated: true },
  'furniture': {
    title: 'Page furniture: dim, collapse or show',
    menu: 'View',
    keys: ['CmdOrCtrl+Shift+U'],
  },
  'caret': { title: 'Caret in the text', menu: 'Annotate', keys: ['F7'] },
  'highlight': { title: 'Highlight', menu: 'Annotate', keys: ['H'], separated: true },
  'color-1': { title: 'Highlight in yellow', menu: 'Annotate', keys: ['1'] },
  'color-2': { title: 'Highlight in red', menu: 'Annotate', keys: ['2'] },
  'color-3': { title: 'Highlight in green', menu: 'Annotate', keys: ['3'] },
  'color-4': { title: 'Highlight in blue', menu: 'Annotate', keys: ['4'] },
  'color-5': { title: 'Highlight in purple', menu: 'Annotate', keys: ['5'] },
  'color-6': { title: 'Highlight in magenta', menu: 'Annotate', keys: ['6'] },
  'color-7': { title: 'Highlight in orange', menu: 'Annotate', keys: ['7'] },
  'color-8': { title: 'Highlight in grey', menu: 'Annotate', keys: ['8'] },
  'tag': { title: 'Tag…', menu: 'Annotate', keys: ['T'], separated: true },
  'edit-tag': { title: 'Rename or colour a tag…', menu: 'Annotate', keys: [] },
  'note': { title: 'Note…', menu: 'Annotate', keys: ['N'] },
  'mark-furniture': { title: 'Mark as page furniture / as text', menu: 'Annotate', keys: ['U'] },
  'delete': { title: 'Delete highlight', menu: 'Annotate', keys: ['Delete', 'Backspace'] },
  'confirm-place': {
    title: 'Confirm: found again on its passage',
    menu: 'Annotate',
    keys: ['C'],
    separated: true,
  },
  'confirm-all': {
    title: 'Confirm all found again in this article',
    menu: 'Annotate',
    keys: ['Shift+C'],
  },
  'detach': { title: 'Detach: this is not the passage', menu: 'Annotate', keys: ['D'] },
  'attach': { title: 'Attach to the selected text', menu: 'Annotate', keys: ['A'] },
  'next-found-again': { title: 'Next found again', menu: 'Annotate', keys: ['M'] },
  'next-annotation': {
    title: 'Next highlight',
    menu: 'Annotate',
    keys: ['Alt+Down'],
    separated: true,
  },
  'previous-annotation': { title: 'Previous highlight', menu: 'Annotate', keys: ['Alt+Up'] },
  'compare': { title: 'Compare the open articles', menu: 'Compare', keys: ['F8'] },
  'fact-table': { title: 'Fact table', menu: 'Compare', keys: ['Shift+F8'] },
  'scroll-in-step': { title: 'Scroll in step', menu: 'Compare', keys: ['F9'] },
  'show-possible': { title: 'Show possible matches', menu: 'Compare', keys: [] },
  'next-link': { title: 'Next matched passage', menu: 'Compare', keys: ['J'], separated: true },
  'previous-link': { title: 'Previous matched passage', menu: 'Compare', keys: ['K'] },
  'next-only': { title: 'Next passage only here', menu: 'Compare', keys: ['O'] },
  'previous-only': { title: 'Previous passage only here', menu: 'Compare', keys: ['Shift+O'] },
  'line-up': { title: 'Bring matches side by side', menu: 'Compare', keys: ['S'], separated: true },
  'counterpart': { title: 'Go to the match', menu: 'Compare', keys: ['G'] },
  'counterpart-back': { title: 'Back to where you came from', menu: 'Compare', keys: ['Shift+G'] },
  'explain-link': { title: 'Why do these match?', menu: 'Compare', keys: ['W'] },
  'confirm-link': { title: 'Yes, these match', menu: 'Compare', keys: ['Y'], separated: true },
  'reject-link': { title: 'No, these do not match', menu: 'Compare', keys: ['X'] },
  'pin': { title: 'Pin these places together', menu: 'Compare', keys: ['P'], separated: true },
  'unpin': { title: 'Remove all pins', menu: 'Compare', keys: [] },
  'new-story': { title: 'New story…', menu: 'Compare', keys: [], separated: true },
  'find-same-event': { title: 'Find articles on the same event…', menu: 'Compare', keys: [] },
  'find-stories': { title: 'Find stories in the library…', menu: 'Compare', keys: [] },
  'edit-story': { title: 'Name, order and articles of the story…', menu: 'Compare', keys: [] },
  'close-story': { title: 'Close the story', menu: 'Compare', keys: [] },
  'next-pane': { title: 'Next pane', menu: 'Window', keys: ['F6'] },
  'previous-pane': { title: 'Previous pane', menu: 'Window', keys: ['Shift+F6'] },
  'split': {
    title: 'Same article in another pane',
    menu: 'Window',
    keys: ['CmdOrCtrl+\\'],
    separated: true,
  },
  'close-pane': { title: 'Close pane', menu: 'Window', keys: ['CmdOrCtrl+W', 'Alt+W'] },
  'move-pane-left': { title: 'Move pane left', menu: 'Window', keys: ['CmdOrCtrl+Alt+Left'] },
  'move-pane-right': { title: 'Move pane right', menu: 'Window', keys: ['CmdOrCtrl+Alt+Right'] },
  'swap-panes': {
    title: 'Swap with the pane used before',
    menu: 'Window',
    keys: ['CmdOrCtrl+Alt+X'],
  },
  'equal-panes': { title: 'Make panes equally wide', menu: 'Window', keys: [] },
  'messages': { title: 'Last messages…', menu: 'Window', keys: ['Shift+F7'], separated: true },
  'help': { title: 'How to use Parallax', menu: 'Help', keys: ['F1'] },
  'keys': { title: 'Keys', menu: 'Help', keys: ['?'] },
  'about': { title: 'About Parallax', menu: 'Help', keys: [] },
} as const satisfies Record<string, ActionInfo>

/** The key of an action in the find bar, in accelerator words; null where it has none. */
export const findKeyOf = ({ findKey }: ActionInfo, mac: boolean): string | null =>
  findKey === undefined
    ? null
    : mac
      ? findKey.replace(/^Alt\+(?=[A-Z]$)/, 'CmdOrCtrl+Alt+')
      : findKey

export type ActionId = keyof typeof actions
export const actionIds = Object.keys(actions) as [ActionId, ...ActionId[]]
