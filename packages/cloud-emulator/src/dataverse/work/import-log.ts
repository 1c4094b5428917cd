/** How an import went, for its log. */
export interface ImportOutcome {
  readonly solution: string
  readonly at: Date
  readonly warnings: readonly string[]
  readonly failure?: { readonly code: string; readonly message: string }
}

/** The column `data` of an import job: XML whose `//solutionManifest/result` tells the outcome. */
export function importLog({ solution, at, warnings, failure }: ImportOutcome): string {
  const [warning] = warnings
  const result = failure !== undefined ? 'failure' : warning !== undefined ? 'warning' : 'success'
  const code = failure?.code ?? '0'
  const words = failure === undefined ? warnings.join(' ') : `Solution manifest import: FAILURE: ${failure.message}`
  const time = at.toISOString()
  return [
    `<importexportxml stop="${time}" succeeded="${failure === undefined}" status="${failure === undefined ? 'completed' : 'failed'}" progress="100.00" processed="true">`,
    '<solutionManifests>',
    `<solutionManifest languagecode="1033" id="${escaped(solution)}" LocalizedName="${escaped(solution)}" processed="true">`,
    `<result result="${result}" errorcode="${escaped(code)}" errortext="${escaped(words)}" datetime="${time}" />`,
    '</solutionManifest></solutionManifests></importexportxml>',
  ].join('')
}

/** How an import went, read back out of its log. */
export function outcomeInLog(data: string): { readonly failed: boolean; readonly text: string } {
  const [, result = '', text = ''] = /<result result="(\w+)" errorcode="[^"]*" errortext="([^"]*)"/.exec(data) ?? []
  return { failed: result === 'failure', text: unescaped(text) }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
}

/** Text as it may stand in XML, between tags and in attributes. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"\n]/g, (character) => entities[character] ?? character)
}

function unescaped(text: string): string {
  return Object.entries(entities).reduceRight(
    (result, [character, entity]) => result.replaceAll(entity, character),
    text,
  )
}
