// What can be done with the articles that are chosen in the list.
import { useRef } from 'react'
import { Button } from 'react-aria-components'
import { count } from '../actions/came.ts'
import { compareChosen, newStory } from '../actions/stories.ts'
import { listRow, useKeyboardAfter } from '../parts/keyboard-after.ts'
import { useStories } from '../state/stories.ts'
import { MarkChosen } from './MarkChosen.tsx'

export function ChosenBar() {
  const articles = useStories((state) => state.chosen.size)
  return articles === 0 ? null : <Bar articles={articles} />
}

function Bar({ articles }: { readonly articles: number }) {
  const bar = useRef<HTMLDivElement>(null)
  useKeyboardAfter(bar, listRow)
  return (
    <div ref={bar} className="chosen-bar" role="toolbar" aria-label="Chosen articles">
      <span className="chosen-head">
        <span role="status">{count(articles, 'article')} chosen</span>
        <Button className="text-button" onPress={() => useStories.setState({ chosen: new Set() })}>
          Clear
        </Button>
      </span>
      <span className="chosen-ways">
        <Button className="button small primary" onPress={() => newStory()}>
          New story…
        </Button>
        <Button
          className="button small"
          isDisabled={articles < 2}
          onPress={() => void compareChosen()}
        >
          Compare
        </Button>
        <MarkChosen />
      </span>
    </div>
  )
}
