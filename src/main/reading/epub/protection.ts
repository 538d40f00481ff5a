// Tells books that are protected against copying. Scrambled fonts alone protect no text (EPUB 3.3,
// 4.2.6.3 and its font obfuscation).
import { Refused } from '../refused.ts'
import { attr, descendantsOf, parseXml } from '../xml/tree.ts'
import type { Archive } from '../zip/archive.ts'
import { resolvePath } from './paths.ts'

const ofFonts =
  /^(?:http:\/\/www\.idpf\.org\/2008\/embedding|http:\/\/ns\.adobe\.com\/pdf\/enc#RC)$/

/** @throws Refused (`encrypted`) if anything but fonts and pictures is encrypted */
export function refuseProtected(archive: Archive): void {
  const bytes = archive.readOptional('META-INF/encryption.xml')
  if (bytes === null) return
  for (const data of descendantsOf(parseXml(bytes).root)) {
    if (data.name !== 'EncryptedData') continue
    let method = ''
    let target: string | null = null
    for (const element of descendantsOf(data)) {
      if (element.name === 'EncryptionMethod') method ||= attr(element, 'Algorithm') ?? ''
      if (element.name === 'CipherReference') target ??= resolvePath('', attr(element, 'URI') ?? '')
    }
    if (ofFonts.test(method.trim()) || /\.(?:otf|ttf|ttc|woff2?)$/i.test(target ?? '')) continue
    throw new Refused(
      'encrypted',
      'is protected against copying, so its text cannot be read',
      'Read it in the program it was bought for, or get a copy without protection.',
    )
  }
}
