// Every key, by menu: drawn from the table of actions, so it cannot be out of date.
import { type ActionInfo, actions, findKeyOf, menus } from '../../shared/menu.ts'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { chordWords } from '../parts/key-words.ts'
import { useApp } from '../state/app.ts'
import { closeDialog } from '../state/ui.ts'

const inText: readonly (readonly [what: string, keys: readonly string[]])[] = [
  ['Begin or extend a selection', ['Shift+←', 'Shift+→', 'Shift+↑', 'Shift+↓']],
  ['… by word', ['Ctrl+Shift+←', 'Ctrl+Shift+→']],
  ['Move the caret (when it is on)', ['←', '→', '↑', '↓']],
  ['Highlight the hit that was found', ['Enter']],
  ['Next of several highlights in one place', ['click again']],
  ['Paste as new article (outside a text box)', ['Ctrl+V']],
  ['One step back', ['Esc']],
]

export function KeysDialog() {
  const mac = useApp((state) => state.mac)
  return (
    <DialogFrame title="Keys" onClose={closeDialog} wide>
      <div className="keys">
        <section>
          <h3>In the text</h3>
          <dl>
            {inText.map(([what, keys]) => (
              <Row key={what} what={what} keys={keys} />
            ))}
          </dl>
        </section>
        <section>
          <h3>In the find bar</h3>
          <dl>
            <Row what="Next hit" keys={['Enter']} />
            <Row what="Previous hit" keys={['Shift+Enter']} />
            {Object.entries<ActionInfo>(actions).map(([id, info]) => {
              const key = findKeyOf(info, mac)
              return key && <Row key={id} what={info.title} keys={[chordWords(key, mac)]} />
            })}
          </dl>
        </section>
        {menus.map((menu) => (
          <section key={menu}>
            <h3>{menu}</h3>
            <dl>
              {Object.entries<ActionInfo>(actions)
                .filter(([, info]) => info.menu === menu && info.keys.length > 0)
                .map(([id, { title, keys }]) => (
                  <Row key={id} what={title} keys={keys.map((key) => chordWords(key, mac))} />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  )
}

function Row({ what, keys }: { what: string; keys: readonly string[] }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  )
}
