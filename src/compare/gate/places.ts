// Countries that are in the news every day, with their capitals and peoples: what two articles share
// when they share only these is little, but where an event takes place they tell. Rules as data.

/** Each line: places, then (after a bar) peoples and languages; lower-case. The first is the country. */
const countries = `
united-states us usa america washington vereinigte états-unis usa eeuu amerika amérique | american americans americain amerikanisch
russia moscow kremlin moskau moscou moscú mosca russland russie rusia federation | russian russians russo russisch russe rusia ruso
china beijing peking pékin pekín chine | chinese sino chinesisch chinois chino
ukraine kyiv kiev kiew ucrania ucraina | ukrainian ukrainians ukrainisch ukrainien
britain uk london kingdom england londres großbritannien royaume-uni | british briton britons english britisch britannique
france paris frankreich francia parís parigi | french français französisch
germany berlin deutschland allemagne alemania germania | german germans deutsch allemand
italy rome italien italia rom roma | italian italians italienisch
spain madrid spanien españa espagne spagna | spanish spaniards spanisch
poland warsaw polen pologne warschau | polish poles
turkey ankara türkei turquie turquía türkiye | turkish turks
israel jerusalem israël | israeli israelis
palestine gaza ramallah gazastreifen | palestinian palestinians
iran tehran teheran téhéran | iranian iranians
iraq baghdad irak bagdad | iraqi iraqis
syria damascus syrien syrie siria damaskus | syrian syrians
egypt cairo ägypten égypte egipto kairo | egyptian egyptians
saudi-arabia riyadh riad | saudi saudis
india delhi indien inde | indian indians
pakistan islamabad | pakistani pakistanis
afghanistan kabul | afghan afghans
japan tokyo tokio japon japón | japanese
korea seoul pyongyang corea corée | korean koreans
taiwan taipei | taiwanese
canada ottawa kanada canadá | canadian canadians
mexico mexiko méxico mexique | mexican mexicans
brazil brasilia brasilien brasil brésil | brazilian brazilians
australia canberra australien australie | australian australians
belgium brussels brüssel bruxelles bruselas belgien belgique | belgian belgians
greece athens griechenland grèce athen | greek greeks
sweden stockholm schweden | swedish swedes
switzerland geneva schweiz suisse genf genève | swiss
austria vienna österreich wien | austrian austrians
hungary budapest ungarn hongrie | hungarian hungarians
belarus minsk | belarusian
venezuela caracas | venezuelan
cuba havana kuba | cuban cubans
africa afrika | african africans
europe europa eu | european europeans
western west east eastern soviet | westerners
nato nations un | asia asian asians`

export interface Country {
  readonly id: string
  /** `false` for its people: "Russian" tells less of where than "Russia". */
  readonly isPlace: boolean
}

const known = new Map<string, Country>()
for (const line of countries.trim().split('\n')) {
  const [places = '', peoples = ''] = line.split('|')
  const names = places.trim().split(' ')
  const id = names[0] ?? ''
  const isRegion = ['africa', 'europe', 'western', 'nato'].includes(id)
  for (const name of names) known.set(name, { id, isPlace: !isRegion })
  for (const name of peoples.trim().split(' ')) known.set(name, { id, isPlace: false })
}

/** @param norm of a word (`NormalWord`) */
export const countryOf = (norm: string): Country | null => known.get(norm) ?? null
