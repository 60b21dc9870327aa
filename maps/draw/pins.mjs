// Invented pins ("stippen") of thirty invented participants, and how many of ninety more see each of them too, for the two
// demonstration sessions. Nobody said this; it is what people could say.
import { inside, randomFrom } from './geometry.mjs';
import { AREAS } from './land.mjs';
import { toDegrees } from './place-on-earth.mjs';

const SEED = 2023;

const W = 'wonen';
const WERK = 'werk-participatie';
const S = 'onderwijs-opvoeding';
const V = 'veiligheid-criminaliteit';
const G = 'gezondheid';
const B = 'samenleven-integratie';
const L = 'leefomgeving-openbare-ruimte';
const A = 'algemeen';

const [GOED, KRACHT, ZORG, IDEE] = ['gaat-goed', 'kracht', 'zorg', 'idee'];
const [DAG, AVOND, NACHT] = ['overdag', 'avond', 'nacht'];

/** Spots: where, how many metres the pins lie apart, and [participant, kind, theme, moment, text]. */
const RELEASED = [
  { at: [514, 88], spread: 33, pins: [
    [1, GOED, B, DAG, 'Gezellig op het plein als er markt is.'],
    [2, GOED, B, DAG, 'Gezellig'],
    [4, KRACHT, B, DAG, 'Op de bankjes bij de markt maak je altijd een praatje.'],
    [7, GOED, L, DAG, 'Alles wat ik nodig heb is hier, ik hoef nergens anders heen.'],
    [9, KRACHT, WERK, DAG, 'De kooplui letten op elkaar en op ons.'],
    [12, GOED, B, AVOND, 'In de zomer zit iedereen hier buiten, heel fijn.'],
    [15, KRACHT, B, null, 'Het plein is het hart van de buurt.'],
    [19, GOED, null, DAG, 'Lekkere verse groente en niet duur.'],
    [23, IDEE, B, AVOND, 'Zet hier in december een grote tafel, dan eten we samen soep.'],
    [26, ZORG, L, AVOND, 'Na de markt waait overal plastic.'],
    [30, IDEE, L, DAG, 'Meer schaduw op het plein, het is hier heet in de zomer.'],
  ] },
  { at: [345, 552], spread: 56, pins: [
    [3, GOED, L, DAG, 'Rust en groen, hier kom ik elke dag met de hond.'],
    [5, KRACHT, G, DAG, 'Wij wandelen hier elke dinsdag met een groepje, iedereen mag mee.'],
    [6, GOED, L, null, 'Mooi park, goed onderhouden.'],
    [8, GOED, G, DAG, 'Ik loop hier mijn rondje om de vijver. Goed voor mijn hart.'],
    [11, KRACHT, B, DAG, 'In het park kom je mensen uit alle straten tegen.'],
    [14, GOED, L, DAG, 'Eendjes voeren met de kleinkinderen.'],
    [20, GOED, null, DAG, 'Groen'],
    [22, KRACHT, L, DAG, 'Buren houden zelf de bloemperken bij.'],
    [27, IDEE, G, null, 'Een paar toestellen om te sporten, ook voor ouderen.'],
  ] },
  { at: [286, 484], spread: 13, pins: [
    [10, GOED, S, DAG, 'De speeltuin is heel fijn voor kleine kinderen.'],
    [13, KRACHT, S, DAG, 'Moeders en vaders passen hier op elkaars kinderen.'],
    [16, GOED, S, DAG, 'Spelen'],
    [25, IDEE, S, DAG, 'Een hek erom, dan rennen ze niet de weg op.'],
  ] },
  { at: [40, 362], spread: 19, pins: [
    [2, ZORG, V, AVOND, 'Donker'],
    [6, ZORG, V, AVOND, 'De tunnel onder het spoor is te donker, ik fiets om.'],
    [10, ZORG, V, NACHT, 'Na mijn late dienst durf ik hier niet door.'],
    [14, ZORG, V, AVOND, 'De lampen zijn al maanden stuk.'],
    [17, ZORG, L, null, 'Het ruikt er naar plas.'],
    [21, IDEE, V, AVOND, 'Laat kinderen van school de tunnel beschilderen, en hang goede lampen op.'],
    [28, ZORG, V, AVOND, 'Brommers rijden hier te hard, je ziet ze niet aankomen.'],
  ] },
  { at: [112, 434], spread: 20, pins: [
    [3, ZORG, L, null, 'Naast de containers ligt altijd vuil.'],
    [11, ZORG, L, DAG, 'Afval'],
    [17, ZORG, L, null, 'Grof vuil blijft hier dagen liggen.'],
    [18, ZORG, L, AVOND, 'Ratten gezien bij de container.'],
    [24, IDEE, L, null, 'Een vaste dag om samen op te ruimen, met koffie erna.'],
    [29, ZORG, L, DAG, 'De container zit vaak vol. Dan zetten mensen de zak ernaast.'],
  ] },
  { at: [402, 424], spread: 14, pins: [
    [1, KRACHT, B, DAG, 'In het buurthuis kan ik altijd binnenlopen voor koffie.'],
    [5, KRACHT, WERK, DAG, 'Hier heb ik Nederlands geleerd en nu help ik zelf.'],
    [8, KRACHT, B, AVOND, 'Samen eten op woensdag. Ik kook graag mee.'],
    [12, KRACHT, G, null, 'Zij weten waar je moet zijn voor hulp.'],
    [18, GOED, WERK, DAG, 'De fietsen worden hier gratis gemaakt door buren.'],
    [21, KRACHT, B, AVOND, 'Jong en oud doen mee met de naailes.'],
    [29, KRACHT, null, null, 'Warm'],
  ] },
  { at: [578, 196], spread: 13, pins: [
    [7, GOED, S, DAG, 'Goede juffen en meesters, ze kennen alle ouders.'],
    [13, KRACHT, S, DAG, 'Bij het hek van school spreken we elkaar elke ochtend.'],
    [16, ZORG, V, DAG, 'Om half negen staat de straat vol auto’s. Gevaarlijk voor de kinderen.'],
    [20, IDEE, S, DAG, 'Maak er een schoolstraat van: geen auto’s in de ochtend.'],
    [22, GOED, S, DAG, 'Mijn dochter gaat hier fluitend heen.'],
    [25, ZORG, V, DAG, 'Te druk bij het oversteken.'],
  ] },
  { at: [600, 560], spread: 30, pins: [
    [4, GOED, W, null, 'Mooie oude huizen en een fijne straat.'],
    [9, GOED, B, null, 'Wij hebben de sleutel van elkaars huis.'],
    [19, KRACHT, B, DAG, 'Stoep vol plantenbakken, die hebben we zelf gemaakt.'],
    [30, ZORG, W, null, 'Vocht en schimmel in de slaapkamer.'],
  ] },
  { at: [746, 240], spread: 24, pins: [
    [15, GOED, B, DAG, 'Op de Brink zitten we met de hele straat buiten.'],
    [23, KRACHT, B, AVOND, 'Elk jaar straatfeest, iedereen neemt een stoel mee.'],
    [26, GOED, S, DAG, 'Kinderen spelen hier veilig buiten.'],
    [27, GOED, null, null, 'Dorp in de stad'],
  ] },
  { at: [285, 356], spread: 12, pins: [
    [24, KRACHT, B, null, 'In de ramadan wordt hier eten gedeeld met iedereen die wil.'],
    [28, GOED, B, DAG, 'De deur staat open, ook als je alleen iets wilt vragen.'],
    [3, KRACHT, WERK, DAG, 'Hulp met brieven op zaterdag, dat is goud waard.'],
  ] },
  { at: [586, 84], spread: 9, pins: [
    [8, KRACHT, WERK, DAG, 'De bibliotheek is warm en je mag er de hele dag zitten.'],
    [16, GOED, S, DAG, 'Huiswerk maken in de bieb gaat beter dan thuis.'],
    [24, GOED, WERK, DAG, 'Ze helpen je met de computer.'],
  ] },
  { at: [140, 560], spread: 12, pins: [
    [17, ZORG, W, null, 'De lift is vaak kapot. Ik woon op acht hoog.'],
    [18, KRACHT, B, null, 'Op onze galerij groet iedereen elkaar.'],
    [29, ZORG, W, NACHT, 'Je hoort alles door de muur.'],
  ] },
  { at: [490, 398], spread: 3, pins: [[15, KRACHT, B, DAG, 'Na de kerk is er koffie, iedereen mag binnenkomen.']] },
  // Each of these is one person's spot: too few to show in a heat layer.
  { at: [897, 330], spread: 3, pins: [[11, GOED, L, AVOND, 'Zonsondergang boven het water.']] },
  { at: [300, 120], spread: 3, pins: [[20, IDEE, L, null, 'Een moestuin tussen de flats.']] },
  { at: [514, 624], spread: 3, pins: [[30, GOED, B, null, 'Stil hofje, hier is de tijd blijven staan.']] },
  { at: [904, 205], spread: 3, pins: [[14, KRACHT, G, DAG, 'In Leemhof mag de buurt mee-eten.']] },
  { at: [720, 660], spread: 3, pins: [[23, ZORG, V, AVOND, 'Op de kade wordt te hard gereden.']] },
  { at: [62, 130], spread: 3, pins: [[28, ZORG, L, null, 'De sloot stinkt als het warm is.']] },
  { at: [-46, 205], spread: 3, pins: [[22, KRACHT, L, DAG, 'De tuintjes achter het spoor horen er voor mij ook bij.']] },
  { at: [590, 796], spread: 3, pins: [[26, GOED, L, DAG, 'Over de brug loop ik graag langs het water.']] },
  { at: null, spread: 0, pins: [
    [1, ZORG, G, null, 'Veel mensen zijn alleen, dat zie je niet op een kaart.'],
    [13, KRACHT, B, null, 'Je kunt hier jezelf zijn.'],
    [25, ZORG, W, null, 'Mijn kinderen vinden hier geen woning.'],
    [21, GOED, A, null, 'Ik woon hier veertig jaar en ik wil niet weg.'],
  ] },
];

const OPEN = [
  { at: [505, 92], spread: 18, pins: [
    [1, GOED, B, DAG, 'Fijne markt.'],
    [2, IDEE, L, null, 'Een watertappunt op het plein.'],
  ] },
  { at: [352, 604], spread: 6, pins: [[3, GOED, L, DAG, 'Lekker op een bankje bij de vijver.']] },
  { at: [405, 318], spread: 8, pins: [[4, KRACHT, S, AVOND, 'Op het trapveld speelt iedereen met iedereen.']] },
  { at: [200, 28], spread: 6, pins: [[5, ZORG, V, AVOND, 'Bij de halte is het donker als de winkels dicht zijn.']] },
  { at: null, spread: 0, pins: [[6, KRACHT, B, null, 'Buren helpen elkaar.']] },
];

const inWater = (p) => AREAS.some((a) => a.class === 'water' && inside(p, a.ring));

/** Somewhere on dry land within `spread` metres of a spot. */
function scatter(at, spread, random) {
  for (;;) {
    const far = spread * Math.sqrt(random());
    const angle = 2 * Math.PI * random();
    const p = [at[0] + far * Math.cos(angle), at[1] + far * Math.sin(angle)];
    if (!inWater(p)) return p;
  }
}

/** So many people see a pin too where several spoke. Where one did, nobody else: that is too few to show. */
const TOO = 6;
const FEWEST = 3;

function pinsOf(session, spots, random) {
  return spots.flatMap(({ at, spread, pins: said }) => said.map(([participant, kind, theme, moment, text]) => {
    const [lon, lat] = at === null ? [null, null] : toDegrees(scatter(at, spread, random));
    const too = session !== 'open' && at !== null && said.length >= FEWEST ? TOO : 0;
    return { session, participant, lon, lat, kind, theme, moment, text, too };
  }));
}

/** Every invented pin: those of the released session, then those of the open one. */
export function pins() {
  const random = randomFrom(SEED);
  return [...pinsOf('vrijgegeven', RELEASED, random), ...pinsOf('open', OPEN, random)];
}
