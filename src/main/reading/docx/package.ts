// Finds the parts of a Word file: which is the text, and what it points at (Open Packaging
// Conventions, ECMA-376 part 2).
import { Refused } from '../refused.ts'
import { attr, childrenOf, parseXml, type XmlElement } from '../xml/tree.ts'
import type { Archive } from '../zip/archive.ts'

interface Relation {
  /** The last word of its type's address: `footnotes`, `hyperlink`. */
  readonly type: string
  /** A part's name in the archive, or an address outside of it. */
  readonly target: string
  readonly isOutside: boolean
}

/** What a part points at, by the ids that it uses. */
export type Relations = ReadonlyMap<string, Relation>

export interface WordPackage {
  readonly main: XmlElement
  readonly mainName: string
  readonly relations: Relations
  /** False if the markup of a part that was read is broken. */
  isSound(): boolean
  /** A part that the main part points at, and its name; null where it is missing or damaged. */
  part(type: string): { readonly root: XmlElement; readonly name: string } | null
  /** A part that the package as a whole points at. */
  topPart(type: string): XmlElement | null
  relationsOf(name: string): Relations
}

/** @throws Refused (`damaged`, `encrypted`, `too-large`) when the text itself cannot be read */
export function openPackage(archive: Archive): WordPackage {
  let sound = true
  const top = relationsOf('')
  const mainName = firstOf(top, 'officeDocument')?.target ?? 'word/document.xml'
  const bytes = archive.read(mainName) ?? archive.read('word/document.xml')
  if (bytes === null)
    throw new Refused(
      'damaged',
      'is damaged: the part that holds its text is missing',
      'Get the file anew from where it came from, then open that.',
    )
  const tree = parseXml(bytes)
  sound &&= tree.isSound
  const relations = relationsOf(mainName)

  function relationsOf(name: string): Relations {
    const slash = name.lastIndexOf('/') + 1
    const bytes = archive.readOptional(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`)
    const root = bytes === null ? null : optionalTree(bytes)
    return new Map(
      childrenOf(root, 'Relationship').map((element) => {
        const isOutside = attr(element, 'TargetMode')?.toLowerCase() === 'external'
        const target = attr(element, 'Target') ?? ''
        const relation: Relation = {
          type: (attr(element, 'Type') ?? '').replace(/^.*\//s, ''),
          target: isOutside ? target : resolve(name.slice(0, slash), target),
          isOutside,
        }
        return [attr(element, 'Id') ?? '', relation]
      }),
    )
  }

  function optionalTree(bytes: Uint8Array): XmlElement | null {
    try {
      const { root, isSound } = parseXml(bytes)
      sound &&= isSound
      return root
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown
      sound = false
      return null
    }
  }

  function read(name: string): XmlElement | null {
    const bytes = archive.readOptional(name)
    return bytes === null ? null : optionalTree(bytes)
  }

  return {
    main: tree.root,
    mainName,
    relations,
    isSound: () => sound,
    part(type) {
      const folder = mainName.slice(0, mainName.lastIndexOf('/') + 1)
      const name = firstOf(relations, type)?.target ?? `${folder}${type}.xml`
      const root = read(name)
      return root === null ? null : { root, name }
    },
    topPart(type) {
      const name = firstOf(top, type)?.target
      return name === undefined ? null : read(name)
    },
    relationsOf,
  }
}

const firstOf = (relations: Relations, type: string): Relation | undefined =>
  [...relations.values()].find((relation) => relation.type === type && !relation.isOutside)

/** A target's name in the archive. Dots lead up, but never out. */
function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`
  const steps: string[] = []
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
