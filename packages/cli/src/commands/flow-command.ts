import { type Command, Option } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'

/** What `sevenstep flow draw` was asked for. */
export interface FlowDrawFlags {
  readonly output?: string
  readonly flow?: string
  readonly format: 'svg' | 'text'
}

/** What `sevenstep flow scrub` was asked for. */
export interface FlowScrubFlags {
  readonly format: 'text' | 'json'
  readonly dryRun: boolean
}

/** `sevenstep flow draw|scrub` */
export function addFlowCommand(program: Command, console: Console, finish: Finish): void {
  const flow = program
    .command('flow')
    .description('draw flows of a package, and write a copy of it that can be given away')
    .helpCommand(false)
  flow
    .command('draw')
    .description('draw a flow of a package, step by step, as SVG or in words')
    .argument('<package>', 'an exported flow or a solution: a zip or its folder')
    .option('--flow <name>', 'the name or id of the flow, where the package holds several')
    .option('--output <file>', 'write the drawing to a file instead of standard output')
    .addOption(
      new Option('--format <format>', 'a picture, or a line for each step').choices(['svg', 'text']).default('svg'),
    )
    .action(async (path: string, flags: FlowDrawFlags) => {
      const { drawFlowOf } = await import('../flow/draw-flow-of.ts')
      finish(drawFlowOf(path, flags, console))
    })
  flow
    .command('scrub')
    .description('write a copy without people, ids, sites and secrets, and say what was taken out')
    .argument('<package>', 'an exported flow or a solution: a zip or its folder')
    .argument(
      '[output]',
      'where the copy goes, which must not be there yet: a zip, or a folder for a name without .zip',
    )
    .option('--dry-run', 'say what would be taken out and write nothing', false)
    .addOption(
      new Option('--format <format>', 'how to print what was taken out').choices(['text', 'json']).default('text'),
    )
    .action(async (path: string, output: string | undefined, flags: FlowScrubFlags) => {
      const { scrubFlows } = await import('../flow/scrub-flows.ts')
      finish(scrubFlows(path, output, flags, console))
    })
}
