import { describe, expect, it } from 'vitest'
import { readArguments } from '../../scripts/lib/start-arguments.mjs'

describe('the words after npm start', () => {
  it('may be none', () => {
    expect(readArguments([])).toMatchObject({ web: false, verbose: false })
  })

  it('name a library, also one with signs in its name', () => {
    expect(readArguments(['a=b c'])).toMatchObject({ library: 'a=b c' })
  })

  it.each([[['--port', '8080']], [['--port=8080']]])('%s means the browser', (words) => {
    expect(readArguments(words)).toMatchObject({ port: 8080, web: true })
  })

  it.each([[['--port']], [['--port', 'x']], [['--port', '70000']], [['--nonsense']], [['a', 'b']]])(
    '%s are refused as wrong usage',
    (words) => {
      expect(() => readArguments(words)).toThrow(expect.objectContaining({ exitCode: 2 }))
    },
  )
})
