// Wire copy, feeds, scrapers' output and pages, of our own invention; second half.
import type { MarkedCase } from './marked-case.ts'

export const copyCases: readonly MarkedCase[] = [
  {
    name: 'wire copy without a headline',
    title: null,
    source: 'AP',
    page: `
PORT ANSEL, Caledonia (AP) — A freighter that had drifted for two days without an engine was towed into Port Ansel on Thursday with its crew of fourteen unhurt, the coast guard said.

The Maribel had lost power in a storm on March 3, 2015, some ninety miles off the Skerry lighthouse, and its anchor did not hold.

“They were out of coffee,” said Captain Rolf Idsoe of the rescue tug. “Otherwise they were fine.”`,
  },
  {
    name: 'a dateline that dates the report',
    title: 'Mill Town signs water treaty with its neighbours',
    published: '2014-10-21',
    page: `
Mill Town signs water treaty with its neighbours

MILL TOWN, Oct. 21, 2014 — After eleven years of talks the three towns on the Lune agreed on Tuesday how much water each of them may take from the river in a dry summer.

Mill Town gets the largest share, since it has the most people, but must build a reservoir by 2020 and pay for the meters at all three weirs.

The treaty can be ended by any of them with two years’ notice.`,
  },
  {
    name: 'a page text with title and date above it',
    title: 'Kestrel phone maker to cut 900 jobs',
    published: '2014-04-08',
    windows: true,
    page: `
Kestrel phone maker to cut 900 jobs

~8 April 2014

Kestrel is to close its oldest factory and cut nine hundred jobs, a third of its workforce, the phone maker said on Tuesday, after a second year of falling sales.

Shares in the company rose four per cent on the news. The union called the decision “a present to people who have never seen the place”.

Kestrel had sold eleven million phones in 2012 but only six million last year, by its own count, as buyers turned to larger screens.`,
  },
  {
    name: 'a page text whose photograph comes first',
    title: 'Two held after lighthouse break-in',
    windows: true,
    page: `
~Image copyright Tarn Press

Image caption The Skerry light was dark for six hours

Two held after lighthouse break-in

Two men have been arrested after the lamp of the Skerry lighthouse was found dismantled on Sunday morning, police on the coast said in a statement.

The light, which is switched on from the mainland, went dark shortly after midnight. A fishing boat ran aground nearby but was floated off with the tide.

The men are thought to have wanted the copper.`,
  },
  {
    name: 'an extract that begins in the middle',
    title: null,
    page: `
of the old quarry, where the road bends towards the lake. It was here that the first of the two stones was found, by a man who was looking for his goat.
The second lay four hundred metres away, face down in a stream. It took the village a week to turn it, with two tractors and a rope that had been bought for a bell.
~Read more: The goat that found a king
Both stones are now in the school, where the children have learnt to copy the signs. Nobody can read them, but everybody can write them.
~Tags: archaeology, quarry, goats
~Share this article`,
  },
  {
    name: 'an extract with a list of prices first',
    title: null,
    page: `
Barley, spring 182.40
Oats 171.00
Rye, for bread 166.25
Prices of grain fell for the third week in a row as the weather stayed dry and the first fields in the south were cut ten days earlier than usual, the exchange in Mill Town said.
Buyers are waiting. “Nobody pays today what he can save tomorrow,” said a miller who did not want to be named because he was, he said, waiting as well.`,
  },
  {
    name: 'a headline that asks',
    title: 'Can a village of forty keep its school?',
    page: `
Can a village of forty keep its school?

~% of readers think this story is Fact. Add your two cents.

There are five pupils in the school of Fell End, and two of them are leaving in the summer. The county says that six is the least it can pay for; the village says that it will find the sixth.

An advertisement has been placed for a family, with a house, a garden and a boat thrown in. Eleven have answered so far, three of them from other countries.`,
  },
  {
    name: 'a headline with a full stop, and who wrote it',
    title: 'The glacier is gone. So is the hotel.',
    byline: 'Reto Amman',
    published: '2022-08-30',
    page: `
The glacier is gone. So is the hotel.
~By Reto Amman
~30 August 2022
When the Hotel Firn opened in 1888 its terrace touched the ice, and guests could chip some off for their drinks without getting up. Last week the last of its shutters were taken down.
The building was sold for one franc to a man who wants its beams. He has until the first snow to take them down the valley, which at this height may be October.`,
  },
  {
    name: 'a headline in capitals over a kicker',
    title: 'SNOW CLOSES ALL FOUR PASSES',
    source: 'Reuters',
    page: `
WEATHER

SNOW CLOSES ALL FOUR PASSES

FIRN (Reuters) - All four passes into the upper valley were closed on Monday after a metre of snow fell in one night, cutting off some two thousand people and one cycling race.

The road office hopes to open the lowest of them by Wednesday. Helicopters will bring bread and medicine if the wind allows, the canton said.`,
  },
  {
    name: 'a headline that stands twice, with a site name',
    title: 'Otters return to the Lune after sixty years',
    byline: 'Greta Hollis',
    published: '2020-11-12',
    page: `
~The Lune Valley Herald
~News
~Sport
~Farming
~Letters
~Subscribe
~Otters return to the Lune after sixty years
~We use cookies to give you the best experience on our website.
~Accept all cookies
Otters return to the Lune after sixty years
~Greta Hollis | 12 November 2020
~Share on Facebook
~Share on Twitter
A pair of otters has been filmed below the weir at Mill Town, the first to be seen on the river since the tannery opened in 1958. The tannery closed in 1991; it took the fish until now to forgive it.
The film was made by a camera that had been put up to find out who was stealing eels.
“We have our answer,” said the owner of the eels.
~Most read
~1
~Pub dog elected mayor
~2
~Bus 41 to run again
~Comments (12)
~Sort by newest
~eelman
~Not funny if they are your eels.
~Privacy policy`,
  },
  {
    name: 'a feed that cuts the text off',
    title: 'Night train to the north runs again from June',
    page: `
Night train to the north runs again from June

~Advertisement

The night train between the capital and Nordvik, given up in 2009, will run again from the first of June, three times a week and with a dining car, the railways have announced.

Tickets go on sale in March. The journey takes eleven hours, one more than in 1974 […]

~The post Night train to the north runs again from June appeared first on Slow Lines.`,
    source: 'Slow Lines',
  },
  {
    name: 'a note of correction and an author box',
    title: 'Hospital choir sings for the night shift',
    byline: 'Mirja Salo',
    page: `
Hospital choir sings for the night shift
~By Mirja Salo
At ten past three in the morning, when the corridors of the county hospital are at their quietest, eleven people in white stand in a stairwell and begin to sing under their breath.
They are nurses, cleaners and one surgeon. They have sung every Thursday since the winter of 2018, for whoever happens to be awake, and have never given a concert.
Correction: An earlier version of this article gave the wrong number of altos. There are four, not five.
~About the author
~Mirja Salo writes about work. She lives in Sandvik with two cats.`,
  },
  {
    name: 'numbers of shares and of views',
    title: 'Ten Bridges You Can Only Cross on Foot',
    byline: 'Kai Ferrer',
    published: '2015-03-26',
    page: `
Ten Bridges You Can Only Cross on Foot
~by Kai Ferrer
~March 26, 2015 at 9:14 am
~1.2k Shares
~Facebook
~Twitter
~3,481 views
Cars have most of the world’s bridges to themselves. These ten were built for people with two legs and some time, and they are worth the detour even when the other side is not.
1. The Rope Walk, Fell End
Four hundred planks, of which three hundred and ninety-two are sound. The rest are painted red by the village each spring, which is more than most bridges do for you.
2. The Fishermen’s Arch, Osse
One span of stone over the harbour mouth, steep enough to have steps. Nobody knows who built it, and two families say that they did.
~Next Page`,
  },
  {
    name: 'a letter to a newspaper',
    title: 'Letter: Leave the trees in Station Road alone',
    page: `
Letter: Leave the trees in Station Road alone

Sir, – I read with dismay that the council wants to fell the eleven limes in Station Road because their leaves fall on cars. It is in the nature of leaves to fall, and in the nature of cars to be moved.

The limes were planted in 1897 by people who would never sit in their shade. We could at least do them the courtesy of sitting in it ourselves.

Yours faithfully,

Edmund Pryce

12 Station Road, Low Harbour`,
  },
  {
    name: 'a review with its facts in a box',
    title: 'Review: The Salt Road is a slow film worth the wait',
    byline: 'Ada Renner',
    page: `
Review: The Salt Road is a slow film worth the wait
~Ada Renner, Film critic
★★★★☆
Nothing happens in the first forty minutes of The Salt Road, and it happens beautifully. A woman leads a mule along a shore; the mule stops; she waits. Then a letter comes, and the film begins to run.
The director, Inez Caro, has said that she wanted to make the audience hungry. She has, and she also feeds it.
Running time: 131 minutes
Release date: 14 April 2017
Director: Inez Caro
In cinemas from Friday in Mill Town, Port Ansel and the capital, and from May in the rest of the country wherever a screen can be found.`,
  },
  {
    name: 'two dates in the story and none of its own',
    title: 'How the clock of Osse came to run backwards',
    page: `
How the clock of Osse came to run backwards

On June 4, 1822, the clockmaker of Osse fell out with the mayor, and that night he took the works of the tower clock apart and put them together the other way round.

The town got used to it. When the clock was mended, on November 11, 1919, so many people came late to work that the council had it turned back within the week.

It has run backwards ever since, and strikes the right hour twice a day.`,
  },
  {
    name: 'a page in which the story is short and the rest is long',
    title: 'Power cut darkens Low Harbour for an hour',
    published: '2019-12-03',
    source: 'Harbour Gazette',
    page: `
~Menu
~Search
~News
~Business
~Opinion
~Jobs
~Cars
~Homes
~December 3, 2019 6:02 PM
Power cut darkens Low Harbour for an hour
A swan that flew into a cable cut off the power in Low Harbour on Tuesday evening for an hour and ten minutes. The swan was not found and is thought to have walked away.
The grid company said that the cable had been marked with orange balls in 2013 and that it would now hang more of them.
~SHARE
~More from Harbour Gazette
~Ferry fares to rise in spring
~Chess club wins county shield
~Market square to get new lamps
~Trending
~Pub dog elected mayor
~Get the Harbour Gazette delivered to your inbox
~Advertise with us
~Terms of use
~© 2019 Harbour Gazette`,
  },
  {
    name: 'a page with a long menu, the name of the site and today’s date',
    title: 'Les abeilles du Mont-Clair ont survécu à l’hiver',
    byline: 'Élise Vautrin',
    published: '2013-04-02',
    page: `
~Aller au contenu
~Le Courrier du Mont-Clair
?11/11/2021
~Accueil
~Politique
~Économie
~Culture
~Sports
~Météo
~Archives
~Boutique
Les abeilles du Mont-Clair ont survécu à l’hiver
~par Élise Vautrin , le 2 avril 2013
~Partager cet article
Les ruches du Mont-Clair, que l’on croyait perdues après les grands froids de février, bourdonnent de nouveau : sur quarante colonies, trente-sept ont passé l’hiver sans dommage.
« Elles se serrent et elles attendent », explique l’apiculteur, qui les avait couvertes de paille et de vieux journaux, et qui dit n’avoir pas dormi pendant trois semaines.
~À lire aussi
~Le tilleul de la place sera abattu
~Mentions légales`,
  },
  {
    name: 'an article that names its headline',
    title: 'Goats close the pass road for a day',
    page: `
~Headline: Goats close the pass road for a day

Some three hundred goats lay down on the pass road on Monday morning and could not be moved until the evening, when it grew too cold for them to stay, the road office said.

Nobody was hurt. Two buses and a wedding party had to turn back, and the wedding was held in a petrol station in the valley.`,
  },
  {
    name: 'a page that says who wrote it and when in one line',
    title: 'Ferry trust rejects the county’s figures',
    byline: 'Nadja Torp',
    published: '2023-11-07',
    page: `
~Skip to content
~Harbour Today
~News
~Banking
~Education
~Health Care
~Real Estate
~Archives
~Front Page » Transport » Ferry trust rejects the county’s figures
Ferry trust rejects the county’s figures
~Written by Nadja Torp on November 7, 2023
~Advertisement
The trust that spends the ferry tax refused on Monday to hear a report of the county about delays at the southern pier, saying that its figures had been gathered on the one quiet day of the year.
The county is to count again in August, when the islands are full and the queues reach the church.
~Follow us on Facebook
~About
~Contact`,
  },
]
