// The stories of the library, above its articles. Enter or a click lays one out.
import { Plus, Sparkles } from 'lucide-react'
import { GridList, GridListItem } from 'react-aria-components'
import type { Story } from '../../shared/model/story.ts'
import { runAction } from '../actions/run.ts'
import { deleteStory, editStory, openStory } from '../actions/stories.ts'
import { MoreMenu } from '../parts/ChoiceMenu.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { useStoryList } from '../replica/stories.ts'
import { useStories } from '../state/stories.ts'
import './stories.css'

export function StoriesList() {
  const stories = useStoryList((state) => state.stories)
  const current = useStories((state) => state.current)
  return (
    <section className="stories" aria-labelledby="stories-title">
      <header className="list-header">
        <h3 id="stories-title">Stories</h3>
        <span className="side-tools">
          <IconButton
            name="Find stories in the library…"
            icon={Sparkles}
            size={14}
            onPress={() => runAction('find-stories')}
          />
          <IconButton
            name="New story…"
            icon={Plus}
            size={15}
            onPress={() => runAction('new-story')}
          />
        </span>
      </header>
      {stories.length === 0 ? (
        <p className="muted hint">Articles on one event, kept together to compare them.</p>
      ) : (
        <GridList
          className="story-list"
          aria-label="Stories"
          selectionMode="none"
          items={stories}
          dependencies={[current]}
          onAction={(key) => {
            const story = stories.find(({ id }) => id === key)
            if (story) void openStory(story)
          }}
        >
          {(story) => <StoryRow story={story} current={story.id === current} />}
        </GridList>
      )}
    </section>
  )
}

function StoryRow({ story, current }: { story: Story; current: boolean }) {
  const { name, articles } = story
  return (
    <GridListItem
      id={story.id}
      textValue={name}
      className="story-row"
      data-open={current || undefined}
    >
      <span className="story-name" dir="auto" title={name}>
        {name}
      </span>
      <span className="row-count" role="img" aria-label={`${articles.length} articles`}>
        {articles.length}
      </span>
      <MoreMenu
        className="story-more"
        name={name}
        choices={[
          { name: 'Open', run: () => openStory(story) },
          { name: 'Name, order and articles…', run: () => editStory(story) },
          { name: 'Delete the story', run: () => deleteStory(story.id) },
        ]}
      />
    </GridListItem>
  )
}
