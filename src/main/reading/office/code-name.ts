// Names of the paragraph styles whose line ends and spaces count, as Word, LibreOffice and Pandoc
// write them, with those of their German and French editions.

export const codeName =
  /^(?:html ?(?:preformatted|vorformatiert|préformaté)|preformatted(?: ?text)?|vorformatierter ?text|texte ?préformaté|source ?code|code(?: ?block)?|quell(?:text|code)|listing|macro ?text)$/i
