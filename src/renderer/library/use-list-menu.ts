// A menu of the list, opened by its button or by a command. When it closes, the keyboard is on its button,
// also where nothing had it before.
import { type RefObject, useEffect, useRef } from 'react'
import { type ListMenu, useList } from '../state/list.ts'

interface OpenedMenu {
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly button: RefObject<HTMLButtonElement | null>
}

export function useListMenu(menu: ListMenu): OpenedMenu {
  const isOpen = useList((state) => state.open === menu)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!isOpen) return
    return () => {
      // What had the keyboard before gets it back in the next frame.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement === document.body) button.current?.focus()
        }),
      )
    }
  }, [isOpen])

  useEffect(() => {
    const its = button.current
    return () => {
      // A list that is shown again begins with no menu open.
      const gone = !its?.isConnected
      if (gone && useList.getState().open === menu) useList.setState({ open: null })
    }
  }, [menu])

  return {
    isOpen,
    onOpenChange: (open) => useList.setState({ open: open ? menu : null }),
    button,
  }
}
