// What of the program the learning and the measuring of the comparison need.
import { join } from 'node:path'
import { root } from './bundle.mjs'

const of = (names, path) => `export { ${names} } from '${join(root, 'src', path)}'`

export const engineExports = [
  of('parseArticle', 'main/articles/parse-article.ts'),
  of('prepare', 'shared/compare/prepare/prepare.ts'),
  of('wordingLinks', 'shared/compare/wording/wording-links.ts'),
  of('findQuotations', 'shared/compare/quotations/find-quotations.ts'),
  of('ledgerOf', 'shared/compare/quotations/ledger.ts'),
  of('findFigures', 'shared/compare/figures/figures.ts'),
  of('rarityFrom', 'shared/compare/facts/rarity.ts'),
  of('pairFeatures', 'shared/compare/facts/features.ts'),
  of('evidenceFeatures', 'shared/compare/facts/evidence.ts'),
  of('contextCount, contextFeatures', 'shared/compare/facts/context.ts'),
  of('logit, probability', 'shared/compare/facts/logistic.ts'),
  of(
    'contextFeaturesOf, eachPair, factData, ownCount, scoreFacts',
    'shared/compare/facts/score-facts.ts',
  ),
].join('\n')
