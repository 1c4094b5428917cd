import type { FamilyFile } from './family-files.ts'

/** A page as it is published. */
export interface RulePage {
  readonly id: string
  readonly text: string
}

/** The text of a module that lists a room's families; `typeImport` brings the type `RuleFamily` into it. */
export function familiesModule(files: readonly FamilyFile[], typeImport: string, name = 'ruleFamilies'): string {
  return [
    '// Made by tools/generate.ts from the files in src/rules.',
    typeImport,
    ...files.map(({ name, path }) => `import { ${name} } from '../rules/${path}'`),
    '',
    '/** Every family of rules, by folder and name. */',
    `export const ${name}: readonly RuleFamily[] = [${files.map(({ name }) => name).join(', ')}]`,
    '',
  ].join('\n')
}

/** The text of a module that holds a room's pages for the command line. */
export function pagesModule(pages: readonly RulePage[]): string {
  return [
    '// Made by tools/generate.ts from the pages beside the rules.',
    '/** The page of every rule in Markdown, by rule id. */',
    'export const rulePages: Readonly<Record<string, string>> = {',
    ...pages.map(({ id, text }) => `  ${JSON.stringify(id)}: ${JSON.stringify(text)},`),
    '}',
    '',
  ].join('\n')
}
