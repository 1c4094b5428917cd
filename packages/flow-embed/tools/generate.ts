import { join } from 'node:path'
import { generateRoom } from '@sevenstep/rule-engine/generating'
import { buildSync } from 'esbuild'
import { sources } from '../src/data/sources.ts'
import { editions, profiles } from '../src/engine/embed-subject.ts'

const room = 'packages/flow-embed'

/** The files of this package that are made from others: list of families, pages, table of all rules, and what the stand-in runs. */
export async function generate(root: string): Promise<{ path: string; content: string }[]> {
  const made = await generateRoom(root, {
    room,
    profiles,
    editions,
    sources,
    lists: [
      {
        file: 'rule-families.ts',
        name: 'ruleFamilies',
        typeImport: "import type { RuleFamily } from '../engine/rule-family.ts'",
      },
    ],
    overview: {
      path: 'docs/embed-rules.md',
      title: 'Rules about pages that embed Power Automate',
      about: ', of step 3. Severities are those of the edition `current`; each page names both editions.',
    },
  })
  return [...made, { path: `${room}/src/generated/stand-in-programs.ts`, content: programsModule(root) }]
}

/** What the stand-in runs in pages, as texts: a function's own text would not outlive every bundler. */
function programsModule(root: string): string {
  const textOf = (name: string): string => {
    const path = join(root, room, 'src/stand-in', `${name}.ts`)
    const options = {
      absWorkingDir: root,
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'standIn',
      target: 'es2022',
    } as const
    return buildSync({ entryPoints: [path], ...options }).outputFiles[0]?.text ?? ''
  }
  return [
    '// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs hold templates',
    '',
    '/** Makes `standIn.installSdk`, which puts the globals of Microsoft’s script into a page. */',
    `export const sdkProgram: string = ${JSON.stringify(textOf('sdk-program'))}`,
    '',
    '/** Makes `standIn.playWidget`, which plays a widget in a frame. */',
    `export const widgetProgram: string = ${JSON.stringify(textOf('widget-program'))}`,
    '',
  ].join('\n')
}
