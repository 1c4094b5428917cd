import type { Formatting } from './formatting.ts'
import type { HandInTexts } from './hand-in.en.ts'

/** Words of handing in files for a check. */
export const handInNl = (format: Formatting): HandInTexts => ({
  factsFiles: {
    title: 'Bestanden met feiten die ook meetellen',
    why: 'Sommige regels hebben iets nodig dat in geen pakket staat. Leg een bestand daarmee naast datgene waar het over gaat, in dezelfde map of eromheen:',
    files: [
      {
        what: 'Bij een pagina:',
        how: [
          'hoe zij verstuurd wordt, zoals ',
          '`curl --head',
          ' het afdrukt, als JSON, of zoals de netwerkhulpmiddelen van de browser het bewaren (HAR); of wat ',
          '`sevenstep embed facts',
          ' afdrukt. Ook de bevindingen van ',
          '`sevenstep token',
          ' als ',
          '`tokenFindings',
          ', en wat een uitvoering in de browser liet zien als ',
          '`run',
          '.',
        ],
      },
      { what: 'Bij een app-registratie:', how: ['wat ', '`sevenstep tenant-facts', ' afdrukt.'] },
      {
        what: 'Bij een stroom:',
        how: ['welke connectors klanten hebben, als ', '`availableConnectors', ' en ', '`connectorTiers', '.'],
      },
      {
        what: 'Bij lijsten van licenties:',
        how: [
          'wat ',
          '`sevenstep licences facts',
          ' schrijft; of wat er besteld wordt en hoe de partner ervoor staat, als ',
          '`order',
          ', ',
          '`partner',
          ', ',
          '`signIns',
          ' en ',
          '`cloud',
          '.',
        ],
      },
      {
        what: 'Bij een aanbieding:',
        how: [
          'wat ',
          '`sevenstep listing facts',
          ' afdrukt, en ',
          '`landingPageSignIn',
          ', ',
          '`solutionChecker',
          ' en ',
          '`testLead',
          '.',
        ],
      },
    ],
    word: 'Zo’n bestand is uw eigen woord: de punten zeggen dat erbij. Bestanden met een sessie of een token worden gebruikt en niet bewaard.',
  },
  upload: {
    folder: 'kies een hele map',
    only: 'Alleen proberen',
    onlyHint: 'De checklist blijft zoals hij is.',
    limits: (size, files) =>
      `Hoogstens ${size} en ${format.number(files)} bestanden. Bestanden met een geheim erin bewaren we niet.`,
    about: 'Wat u kunt aanleveren en wie het ziet',
    takes:
      'Neemt een connector · een app-manifest · een pagina met haar scripts · een stroom of oplossing · een implementatierapport · lijsten van licenties · de map van een aanbieding.',
    people:
      'In lijsten van licenties staan mensen met naam. Wat u aanlevert, en wat erin wordt gevonden, kan het partnerprogramma lezen. Andere namen mogen ook, zolang één mens in elke lijst dezelfde heeft.',
    notAllowed:
      'Met uw rol kunt u controles bekijken, niet uitvoeren. Op uw eigen computer zegt “sevenstep check” hetzelfde van elke map.',
  },
})
