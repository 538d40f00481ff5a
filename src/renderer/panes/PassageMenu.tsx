// The menu of a passage: by the right button, or by the menu key at the caret.
import { useRef } from 'react'
import { Keyboard, Menu, MenuItem, Popover, Separator, Text } from 'react-aria-components'
import type { Block } from '../../shared/model/article.ts'
import { applyColor } from '../actions/annotate.ts'
import { copyQuote } from '../actions/copy-quote.ts'
import { byReader, correctArticle, markFurniture } from '../actions/correct.ts'
import { chooseEncoding, hasEncoding } from '../actions/read-encoding.ts'
import { keyWords } from '../parts/key-words.ts'
import { settings, useApp } from '../state/app.ts'
import { useCorrections } from '../state/corrections.ts'
import { openedArticle } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { useSelection } from '../state/selection.ts'
import { tell, useUi } from '../state/ui.ts'

export function PassageMenu() {
  const menu = useCorrections((state) => state.menu)
  const mac = useApp((state) => state.mac)
  const selected = useSelection((state) => state.selected)
  const corner = useRef<HTMLSpanElement>(null)
  if (!menu) return null
  const { pane, article, x, y } = menu
  const opened = openedArticle(article)
  const block = menu.block === null ? undefined : opened?.blocks[menu.block]
  const isSelected = selected?.pane === pane
  const close = () => useCorrections.setState({ menu: null })

  const items = itemsOf(menu, block, opened ? hasEncoding(opened) : false, isSelected, mac)
  const why = block?.furniture ? block.why : undefined

  return (
    <>
      <span ref={corner} className="menu-corner" style={{ translate: `${x}px ${y}px` }} />
      <Popover
        className="popover menu-popover"
        isOpen
        triggerRef={corner}
        placement="bottom start"
        onOpenChange={(open) => {
          if (open) return
          close()
          readerOf(pane)?.focus()
        }}
      >
        {why !== undefined && <p className="menu-why">Page furniture: {why}</p>}
        <Menu
          className="menu"
          aria-label="Passage"
          autoFocus="first"
          onAction={(id) => {
            close()
            // The keyboard is in the text again before something is done with it.
            readerOf(pane)?.focus()
            items.find((item) => item.id === id)?.run()
          }}
          onClose={close}
        >
          {items.flatMap(({ id, label, key }, index) => [
            ...(index > 0 && (id === 'furniture' || id === 'link')
              ? [<Separator key={`line ${id}`} className="menu-line" />]
              : []),
            <MenuItem key={id} id={id} className="menu-item" textValue={label}>
              <Text slot="label">{label}</Text>
              {key !== '' && <Keyboard>{key}</Keyboard>}
            </MenuItem>,
          ])}
        </Menu>
      </Popover>
    </>
  )
}

type PassageMenuState = NonNullable<ReturnType<typeof useCorrections.getState>['menu']>

interface Item {
  readonly id: string
  readonly label: string
  /** Its keys in words; empty without any. */
  readonly key: string
  readonly run: () => void
}

/** What can be done with the passage under the menu. */
function itemsOf(
  { article, href }: PassageMenuState,
  block: Block | undefined,
  isText: boolean,
  isSelected: boolean,
  mac: boolean,
): readonly Item[] {
  return [
    ...(isSelected
      ? [
          { id: 'copy', label: 'Copy', key: '', run: () => void copySelected() },
          {
            id: 'copy-quote',
            label: 'Copy quote with reference',
            key: keyWords('copy-quote', mac),
            run: () => void copyQuote(),
          },
          {
            id: 'highlight',
            label: 'Highlight',
            key: keyWords('highlight', mac),
            run: () => void applyColor(settings().lastColor),
          },
        ]
      : []),
    ...(href === null
      ? []
      : [
          {
            id: 'link',
            label: 'Open the address…',
            key: '',
            run: () => useUi.setState({ link: href }),
          },
        ]),
    ...(block
      ? [
          {
            id: 'furniture',
            label: byReader(block)
              ? 'Take back my mark'
              : block.furniture
                ? 'Mark as text'
                : 'Mark as page furniture',
            key: keyWords('mark-furniture', mac),
            run: () => void markFurniture({ article, start: block.start, end: block.end }),
          },
        ]
      : []),
    {
      id: 'correct',
      label: 'Correct title, author, date…',
      key: keyWords('correct-article', mac),
      run: () => correctArticle(article),
    },
    ...(isText
      ? [
          {
            id: 'encoding',
            label: 'Read with another encoding…',
            key: keyWords('read-encoding', mac),
            run: () => chooseEncoding(article),
          },
        ]
      : []),
  ]
}

async function copySelected(): Promise<void> {
  const { selected } = useSelection.getState()
  const text = selected && openedArticle(selected.article)?.text.slice(selected.start, selected.end)
  if (!text) return
  try {
    await navigator.clipboard.writeText(text)
  } catch (thrown) {
    tell(`The text could not be copied: ${String(thrown)}`)
  }
}
