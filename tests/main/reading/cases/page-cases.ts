// Whole pages and articles with what stands around them, of our own invention; first half.
import type { MarkedCase } from './marked-case.ts'

export const pageCases: readonly MarkedCase[] = [
  {
    name: 'a science news blog',
    title: 'Why the moss on Tarn Island glows only after rain',
    byline: 'Orla Quist',
    published: '2021-06-18',
    page: `
~Skip to main content
~Home
~Physics
~Biology
~Podcasts
~Donate
Why the moss on Tarn Island glows only after rain
~By Orla Quist
~June 18, 2021
~4 min read
For three summers the botanists of the Tarn field station slept by day and crawled over wet rock by night, looking for a light that nobody had been able to photograph.
The glow comes from a fungus that lives between the leaves of the moss, the team reports in a paper published on May 3, 2021, and it needs water to breathe.
“We thought it was our torches,” said Ilmari Voss, who leads the station. “Then we switched them off.”
~Sign up for our weekly newsletter
~Related Articles
~A beetle that reads the wind
~What lives in a melting glacier?
~© 2021 Field Notes Daily. All rights reserved.
~Privacy Policy
~Contact Us`,
    source: 'Field Notes Daily',
  },
  {
    name: 'a product announcement',
    title: 'Halden Tools Introduces the Grip Nine Torque Wrench',
    page: `
Halden Tools Introduces the Grip Nine Torque Wrench

Halden Tools has added a wrench to its range for bicycle mechanics that clicks at the set force and then slips, so that a bolt cannot be drawn any tighter by mistake.

The Grip Nine weighs 310 grams and covers four to twenty newton metres. Its head turns by fifteen degrees, which the maker says is the narrowest angle in its class.

Features:

- Nine bits in the handle

- Scale that can be read in the dark

- Ten years of guarantee

Price: 89 crowns

The wrench reaches shops in October. Owners of older models may have the new head fitted at no cost until the end of the year, as long as they can show the bill.

?About Halden Tools

?Halden Tools was founded in 1954 and makes hand tools in two factories on the Skerry coast. It employs 240 people and sells in thirty-one countries.

~Share this:

~Facebook

~Twitter

~Pinterest`,
  },
  {
    name: 'a sports report with a table of results',
    title: 'Late header sends Skerry United through',
    byline: 'Tomas Ekeland',
    page: `
Late header sends Skerry United through
~By Tomas Ekeland, Sports Writer
SKERRY BAY — A header by Mira Stoll in the ninety-third minute took Skerry United past Port Ansel and into the semi-finals of the coastal cup on a pitch that was half under water.
Ansel had led since the tenth minute, when a clearance stuck in the mud and Ruta Lind walked it over the line.
“I have played in worse,” said Stoll. “But never for a whole half, and never in my new boots.”
Skerry will meet the winners of Saturday’s match between Low Harbour and Mill Town.
RESULTS
Skerry United 2, Port Ansel 1
Low Harbour v Mill Town, Saturday
UP NEXT
Skerry travel to the capital on Tuesday for a league match that was called off in March because of the storm.`,
  },
  {
    name: 'advice on health in a list',
    title: '7 Gentle Ways to Sleep Through the Light Nights',
    published: '2019-05-30',
    page: `
~Home
~Health
~Food
~Family
~Shop
~Newsletter
~Log in
7 Gentle Ways to Sleep Through the Light Nights
~Published on May 30, 2019
~Share
~Tweet
~Pin
When the sun sets at eleven and rises at three, many people lie awake. The doctors of the Vale clinic have collected what helps their patients, and what does not.
1. Darken the room before dinner
The body starts to make its sleeping hormone in the dark, and it takes about two hours. Curtains that are drawn at bedtime come too late, says the head of the clinic.
2. Eat earlier than you would like
A full stomach keeps the heart busy. Those who ate before seven fell asleep twenty minutes sooner on average in a small study that the clinic carried out last year.
3. Leave the telephone in the kitchen
It is not the light alone. A message that wants an answer keeps the mind at work long after the screen is dark, as anyone who has tried knows.
~You may also like
~Ten soups for cold evenings
~How to walk on ice without falling
~5 Comments
~Birte says:
~I tried the curtains and it works!
~Reply`,
  },
  {
    name: 'a recipe blog',
    title: 'Rye Pancakes with Sour Cherries',
    byline: 'Lene Marsh',
    page: `
Rye Pancakes with Sour Cherries
~Written by Lene Marsh
~Jump to Recipe
~Print Recipe
My grandmother made these on the first cold Sunday of the year, and she never once measured the flour. I have measured it for you, several times, and eaten all the results.
Ingredients
- 200 g of rye flour
- 3 eggs
- half a litre of milk
- a jar of sour cherries
Method
Whisk the eggs with the milk, add the flour and a pinch of salt, and let the batter stand for half an hour while you stone the cherries and set the table.
Fry thin pancakes in butter over a moderate heat. They are done when the edge lifts by itself.
~Did you make this recipe?
~Leave a Reply
~Your email address will not be published. Required fields are marked *`,
  },
  {
    name: 'a report on a parish council',
    title: 'Parish agrees to mend the fountain, again',
    published: '2018-11-07',
    page: `
Parish agrees to mend the fountain, again

~7 November 2018

The parish council of Upper Fell has set aside four thousand pounds for the fountain in the square, which has been dry since a van backed into it in 2016.

It is the third time that the council has voted on the matter. The first grant, of March 12, 2017, was spent on a survey; the second lapsed because no mason could be found.

Councillor Ida Prentiss said that she would believe it when she heard water.

The next meeting is on 5 December at half past seven in the reading room.

~Tags: Upper Fell, parish council, fountain`,
  },
  {
    name: 'obituaries',
    title: 'Agnes Thorne, who taught a valley to swim, dies at 91',
    byline: 'PIET LANGER',
    page: `
Agnes Thorne, who taught a valley to swim, dies at 91
~By PIET LANGER
Agnes Thorne, a teacher who for forty years marched every child of the Lune valley into the cold water of the mill pond, died on Sunday at her home in Lune. She was 91.
Her death was confirmed by her niece, Clara Thorne, who said that she had been in the pond on Friday.
Agnes Mary Thorne was born on February 2, 1930, in a house that had water on three sides. Two of her brothers drowned before she was ten.
“She did not think of it as sport,” her niece said. “She thought of it as reading.”
She is survived by a sister and, by her own count, by two thousand one hundred and six swimmers.`,
  },
  {
    name: 'a press release',
    title: 'NORDVIK FERRIES ORDERS TWO ELECTRIC SHIPS FOR THE ISLAND ROUTE',
    page: `
~FOR IMMEDIATE RELEASE

~Media Contact:
~Hanne Rolf
~Nordvik Ferries
~press@nordvik.example
~+47 555 0199

NORDVIK FERRIES ORDERS TWO ELECTRIC SHIPS FOR THE ISLAND ROUTE

NORDVIK, March 9, 2022 – Nordvik Ferries has signed a contract with the Stavne yard for two ships that run on batteries alone and will carry sixty cars each on the route to the outer islands.

The first is to enter service in the spring of 2024, the second a year later. They replace four diesel ships, the oldest of which was built in 1971 and has been sold to a museum.

“Nobody will miss the smell,” said Jon Aker, who runs the company. “Some of us will miss the noise.”

?About Nordvik Ferries
?Nordvik Ferries has linked the coast with its islands since 1903 and carries two million passengers a year.

~###`,
    published: '2022-03-09',
  },
  {
    name: 'a feature of a magazine with a dek',
    title: 'The Last Bell Maker of Osse',
    byline: 'Noor Valk',
    published: '2017-09',
    page: `
?Culture
The Last Bell Maker of Osse
He is 84, his furnace is older, and there are eleven orders on the slate. What happens when he puts down the ladle?
~Words by Noor Valk
~September 2017
The furnace is lit at two in the morning, because bronze must be poured before the wind gets up, and because Adriaan Mol has always done it so and sees no reason to change.
There used to be nine founders on this street. Their names are on the bells of half the province, cast in letters that only jackdaws read.
The apprentice
Three young men have come and gone. The fourth is a woman, and she has stayed for six years, long enough to be trusted with the clay but not yet with the fire.
“She hears it,” says Mol, and that is all he will say.
~Subscribe now
~Follow us on Instagram`,
  },
  {
    name: 'an interview',
    title: '“A map is a promise”: ten questions for Ulla Brandt',
    page: `
“A map is a promise”: ten questions for Ulla Brandt

Ulla Brandt has drawn the footpaths of the northern fells for thirty years, most of the time with a pencil behind her ear and a dog that knows better. We met her where the road ends.

Q: When did you last get lost?

A: Yesterday. I was looking for my own car. The fog had come down and I had parked next to a sheep that had meanwhile moved.

Q: Are paper maps coming back?

A: They never left. What left was the habit of folding them.

Q: What do you leave out?

A: The places where one should sit down and look. If I drew them, people would queue.`,
  },
  {
    name: 'a live blog',
    title: 'Storm Petra: what we know so far',
    page: `
Storm Petra: what we know so far
~Last updated: 14 January 2020 18:20
~Share
This page is no longer being updated. The storm has left the coast and the warnings have been lifted everywhere except in the two northern counties, where rivers are still rising.
17:55
Power is back in Sandvik after nine hours. About four hundred homes on the islands are still without, the grid company says, and will stay so until the morning.
17:10
The bridge at Holm is open to cars again, but not to lorries or anything else with high sides.
16:30
All schools in the county will be open tomorrow, says the council, apart from the one that has lost its roof.`,
    published: '2020-01-14',
  },
  {
    name: 'a gallery before the headline',
    title: 'Harbour museum opens its attic to visitors',
    byline: 'Sanna Ruud',
    published: '2016-02-19',
    page: `
~1 of 4
Visitors look at a model of the whaler Constance in the attic of the harbour museum.
~Photo: Per Aas
~2 of 4
A diver’s helmet from 1911, found in a garden shed and given to the museum last year.
~Photo: Per Aas
Harbour museum opens its attic to visitors
~By Sanna Ruud
~Feb. 19, 2016
Until last week only mice and curators had seen what the harbour museum keeps under its roof. Now a stair of forty steps leads up to nine thousand objects that never fitted in the rooms below.
Most of them came without a letter. The museum asks visitors to tell it what they recognise.`,
  },
  {
    name: 'updated and published dates',
    title: 'Council drops plan for a toll on the coast road',
    published: '2023-08-02',
    byline: 'Dag Isaksen',
    page: `
Council drops plan for a toll on the coast road
~Dag Isaksen
~Published: August 2, 2023 Updated: August 5, 2023
The county council has given up its plan to charge drivers for using the coast road in summer, after eleven thousand people signed a petition against it in less than a month.
The road was to pay for its own repair. It will now be mended out of the general budget, which means that two bridges inland will have to wait, said the council’s engineer.
The petition was started by a baker.`,
  },
]
