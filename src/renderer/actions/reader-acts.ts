// What the reader does by key, pointer or command, counted: what was asked for before and comes only now
// does not take the keyboard from where they have gone meanwhile.

let acts = 0

/** To be called when the reader gives a command: a native menu takes keys that the page never sees. */
export const countAct = (): void => void acts++

/** Keys that only go with others. */
const held: ReadonlySet<string> = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift'])

/** Counts keys and presses from now on. Gives the function that ends it. */
export function watchActs(): () => void {
  const onKey = ({ key }: KeyboardEvent): void => {
    if (!held.has(key)) acts++
  }
  window.addEventListener('keydown', onKey, true)
  window.addEventListener('pointerdown', countAct, true)
  return () => {
    window.removeEventListener('keydown', onKey, true)
    window.removeEventListener('pointerdown', countAct, true)
  }
}

/** Gives a function that says whether the reader has done nothing since now. */
export function untouched(): () => boolean {
  const now = acts
  return () => acts === now
}
