// What of the program the learning and the measuring of the comparison need.
import { join } from 'node:path'
import { root } from './bundle.mjs'

const of = (names, path) => `export { ${names} } from '${join(root, 'src', path)}'`

export const engineExports = [
  of('parseArticle', 'main/reading/parse-article.ts'),
  of('prepare', 'compare/prepare/prepare.ts'),
  of('wordingLinks', 'compare/wording/wording-links.ts'),
  of('findQuotations', 'compare/quotations/find-quotations.ts'),
  of('ledgerOf', 'compare/quotations/ledger.ts'),
  of('findFigures', 'compare/figures/figures.ts'),
  of('rarityFrom', 'compare/facts/rarity.ts'),
  of('pairFeatures', 'compare/facts/pair-features.ts'),
  of('evidenceFeatures', 'compare/facts/evidence.ts'),
  of('contextCount, contextFeatures', 'compare/facts/context.ts'),
  of('logit, probability', 'compare/facts/logistic.ts'),
  of('contextFeaturesOf, eachPair, factData, ownCount, scoreFacts', 'compare/facts/score-facts.ts'),
].join('\n')
