// What news databases call things in the languages their interfaces speak. An export is in the
// reader's language, whatever that of the article.

/** "452 words": stands over the day in Factiva, and behind a label in Nexis. */
export const wordCount =
  /^\d[\d.,\s]*(?:words?|wörter|mots|palabras|parole|palavras|woorden|ord|słów|слов[ао]?|字|文字|单词|단어|kelime)$/iu

/** The word before a document's number in Factiva. */
const document = 'document|documento|dokument|документ|文書|文件|文档|記事|문서'

/** “Document HRBGAZ0020240304ek34000b1”, with its code where codes stand before values. */
export const documentNumber = new RegExp(
  `^(?:AN\\s+)?(?:${document})\\s+[A-Z][A-Z0-9]{3,}\\d{4}[A-Za-z0-9]{8,}$`,
  'iu',
)

/** The line that Nexis closes an article with. */
export const endOfDocument =
  /^(?:end of document|ende des dokuments|fin du document|fin del documento|fine del documento|fim do documento|einde van (?:het )?document)$/iu

export const copyrightLine = /^(?:\(c\)|©|copyright\b)/iu

const interfaces = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'ru', 'ja', 'zh', 'ko']
const written =
  'en de fr es it pt nl sv da nb fi pl cs sk hu ro bg hr sr sl el tr ru uk ar he fa hi bn id ms th vi zh ja ko ca eu gl lv lt et'.split(
    ' ',
  )

let names: ReadonlySet<string> | null = null

/** Whether a line is nothing but a language's name, in one of the languages of the interfaces. */
export function isLanguageName(text: string): boolean {
  if (text.length > 30) return false
  names ??= new Set(
    interfaces.flatMap((language) => {
      const display = new Intl.DisplayNames(language, { type: 'language' })
      return written.flatMap((code) => display.of(code)?.toLowerCase() ?? [])
    }),
  )
  return names.has(text.toLowerCase())
}
