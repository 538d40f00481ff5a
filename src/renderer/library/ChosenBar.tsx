// What can be done with the articles that are chosen in the list.
import { Button } from 'react-aria-components'
import { count } from '../actions/came.ts'
import { compareChosen, newStory } from '../actions/stories.ts'
import { useStories } from '../state/stories.ts'
import { MarkChosen } from './MarkChosen.tsx'

export function ChosenBar() {
  const chosen = useStories((state) => state.chosen)
  if (chosen.size === 0) return null
  return (
    <div className="chosen-bar" role="toolbar" aria-label="Chosen articles">
      <span className="chosen-head">
        <span role="status">{count(chosen.size, 'article')} chosen</span>
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
          isDisabled={chosen.size < 2}
          onPress={() => void compareChosen()}
        >
          Compare
        </Button>
        <MarkChosen />
      </span>
    </div>
  )
}
