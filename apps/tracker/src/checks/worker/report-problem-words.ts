import type { ReportProblem } from '@sevenstep/deployment-client/report'
import type { ReadingTrouble } from './messages.ts'

/** Why the report of a deployment is refused, in both languages, with its place. */
export function reportProblemInWords(path: string, problem: ReportProblem): Omit<ReadingTrouble, 'path'> {
  const { code, line, column, what, why, fix } = problem
  const [dutchWhat, dutchWhy, dutchFix] = dutchWords[code]
  return {
    what: {
      en: `${path}, line ${line}, column ${column}: ${what}`,
      nl: `${path}, regel ${line}, kolom ${column}: ${dutchWhat}`,
    },
    why: { en: why, nl: dutchWhy },
    fix: { en: fix, nl: dutchFix },
  }
}

const dutchWords: Readonly<Record<ReportProblem['code'], readonly [what: string, why: string, fix: string]>> = {
  'no-json': [
    'Het rapport is geen JSON.',
    'Alleen een heel rapport kan worden geloofd: wat ontbreekt, kan juist zijn wat misging.',
    'Lever de hele uitvoer van de opdracht met --format json aan, onbewerkt.',
  ],
  'cut-off': [
    'Het rapport is afgebroken.',
    'Alleen een heel rapport kan worden geloofd: wat ontbreekt, kan juist zijn wat misging.',
    'Lever de hele uitvoer van de opdracht met --format json aan, onbewerkt.',
  ],
  misshapen: [
    'Hier staat iets anders dan de opdracht afdrukt.',
    'Naar wat niet begrepen wordt, wordt niet geraden.',
    'Lever aan wat “sevenstep deploy plan”, “apply”, “rollback”, “destroy” of “status” met --format json afdrukt.',
  ],
  contradiction: [
    'Het rapport spreekt zichzelf hier tegen.',
    'Een rapport dat zichzelf tegenspreekt is veranderd of uit meer rapporten samengesteld; het bewijst niets.',
    'Voer de opdracht opnieuw uit en lever aan wat zij afdrukt, zoals zij het afdrukt.',
  ],
}
